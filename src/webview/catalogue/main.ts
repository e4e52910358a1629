import '../translations.ts';
import { tellErrors } from '../tellErrors.ts';
import './catalogueElement.ts';
import { connectHost } from './cataloguePort.ts';

const page = document.createElement('interop-catalogue');
page.host = connectHost();
tellErrors(page.host);
document.body.append(page);
