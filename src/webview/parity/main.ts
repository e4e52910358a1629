import '../translations.ts';
import { tellErrors } from '../tellErrors.ts';
import './parityElement.ts';
import { connectHost } from './parityPort.ts';

const page = document.createElement('interop-parity');
page.host = connectHost();
tellErrors(page.host);
document.body.append(page);
