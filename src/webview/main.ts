import './translations.ts';
import './parts/panelElement.ts';
import { tellErrors } from './tellErrors.ts';
import { connectHost } from './vscodeApi.ts';

const panel = document.createElement('interop-panel');
panel.host = connectHost();
tellErrors(panel.host);
document.body.append(panel);
