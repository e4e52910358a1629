// Goes wrong in every way that the tests in VS Code must notice.
const vscode = require('vscode');

const page = `<!doctype html>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'">
<p>faulty</p>
<img src="https://example.org/refused.png">
<script>
  setTimeout(() => { throw new Error('an exception in the webview'); });
  Promise.reject(new Error('a rejection in the webview'));
</script>`;

exports.activate = () => {
  const panel = vscode.window.createWebviewPanel('faulty', 'Faulty', 1, { enableScripts: true });
  panel.webview.html = page;
  void Promise.reject(new Error('a rejection in the extension host'));
};
