import { equal, ok } from 'node:assert/strict';
import { window } from 'vscode';
import type { PanelCounterpart } from '../../src/protocol/panelModel.ts';
import { extensionApi, openFile, projectFile, shown } from './support/extension.ts';
import { until } from './support/until.ts';

describe('the other side of a crossing', () => {
  it('comes to the panel as it is found, and opens at its line', async () => {
    const api = await extensionApi();
    const review = await openFile(projectFile('media/example/fan-v2.mbox'));
    const { model } = await shown(review);
    const sent = (): readonly PanelCounterpart[] =>
      api
        .sent(review.key)
        .flatMap((message) => (message.type === 'counterparts' ? message.counterparts : []));
    const found = await until('a counterpart', () => sent().find(({ status }) => status === 'found'));
    const annotations = model.patches.flatMap(({ files }) => files.flatMap((file) => file.annotations));
    ok(annotations.some(({ id }) => id === found.annotation));
    const [place] = found.places;
    ok(place && place.lines.length > 0);
    equal(place.tokens.length, place.lines.length);

    await api.receive(review.key, { type: 'openLink', target: place.target });
    const editor = window.activeTextEditor;
    ok(editor);
    ok(editor.document.uri.path.endsWith(place.path));
    equal(editor.selection.active.line, place.line - 1);
    equal(editor.document.lineAt(place.line - 1).text.trim(), place.lines[0]?.trim());
  });
});
