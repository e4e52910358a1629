import './parts/panelElement.ts';
import { connectHost } from './vscodeApi.ts';

const panel = document.createElement('interop-panel');
panel.host = connectHost();
document.body.append(panel);
