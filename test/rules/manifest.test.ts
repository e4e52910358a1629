import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { commands, contributes, keybindings, menus, settings, textsIn } from './manifest.ts';
import { codeFiles, parse, projectFiles, read, readJson, walk } from './sources.ts';

const declared = new Set(commands.map(({ command }) => command));
const hostFiles = codeFiles.filter((path) => path.startsWith('src/host/'));

/** Every text of the host's code that is wholly a name of ours. */
const namesInCode = new Set(literals((text) => /^interopReview(?:\.\w+)+$/.test(text)));

describe('commands', () => {
  it('are there', () => {
    expect(declared.size).toBeGreaterThan(0);
  });

  it('are all named in the code of the host', () => {
    expect([...declared].filter((command) => !namesInCode.has(command))).toEqual([]);
  });

  it('are declared where the code registers them', () => {
    const registered = [...argumentsOf('registerCommand'), ...keysOfTables()];
    expect(registered.length).toBeGreaterThan(0);
    expect(registered.filter((name) => !declared.has(name))).toEqual([]);
  });

  it('are shown in the palette under our name, or hidden on purpose', () => {
    const hidden = new Map((menus['commandPalette'] ?? []).map(({ command, when }) => [command, when]));
    const odd = commands.filter(({ command, category }) => {
      const condition = hidden.get(command);
      if (hidden.has(command) && condition === undefined) return true;
      return condition !== 'false' && category === undefined;
    });
    expect(odd.map(({ command }) => command)).toEqual([]);
  });

  it('hidden from the palette can be reached in another way', () => {
    const reached = new Set([
      ...Object.entries(menus).flatMap(([menu, items]) =>
        menu === 'commandPalette' ? [] : items.map(({ command }) => command),
      ),
      ...keybindings.map(({ command }) => command),
      ...argumentsOf('executeCommand'),
    ]);
    const hidden = (menus['commandPalette'] ?? []).filter(({ when }) => when === 'false');
    expect(hidden.map(({ command }) => command).filter((command) => !reached.has(command))).toEqual([]);
  });

  it('of menus, keys and texts are declared', () => {
    const inMenus = Object.values(menus).flatMap((items) => items.flatMap(({ command }) => command ?? []));
    const inTexts = textsIn(contributes).flatMap((text) =>
      [...text.matchAll(/command:(interopReview[\w.]*)/g)].map(([, command]) => command ?? ''),
    );
    const used = [...inMenus, ...keybindings.map(({ command }) => command), ...inTexts];
    expect(used.filter((command) => command.startsWith('interopReview.') && !declared.has(command))).toEqual(
      [],
    );
  });

  it('that need git are offered only where it can run', () => {
    const git = new Set(
      commands.flatMap(({ command, enablement }) =>
        enablement?.includes('isWorkspaceTrusted') === true ? [command] : [],
      ),
    );
    expect(git.size).toBeGreaterThan(0);
    const condition = '(!isWeb || remoteName) && !virtualWorkspace';
    const places = [...Object.values(menus).flat(), ...keybindings];
    const open = places.filter(
      ({ command = '', when = '' }) => git.has(command) && when !== 'false' && !when.includes(condition),
    );
    expect(open.map(({ command }) => command)).toEqual([]);
    const inPalette = (menus['commandPalette'] ?? []).map(({ command }) => command);
    expect([...git].filter((command) => !inPalette.includes(command))).toEqual([]);
  });

  it('have icons that exist', () => {
    const codicons = read('node_modules/@vscode/codicons/dist/codicon.css');
    const missing = commands
      .flatMap(({ icon }) => textsIn(icon))
      .filter((icon) => {
        const name = /^\$\(([\w-]+)(?:~spin)?\)$/.exec(icon)?.[1];
        return name ? !codicons.includes(`.codicon-${name}:before`) : !projectFiles.includes(icon);
      });
    expect(missing).toEqual([]);
  });
});

describe('keys', () => {
  it('are bound under a condition, unless they are chords', () => {
    const always = keybindings.filter(({ key, when }) => !when && !key.includes(' '));
    expect(always.map(({ key }) => key)).toEqual([]);
  });
});

describe('settings', () => {
  it('read by the code are declared', () => {
    const read = settingsRead().filter((name) => !settings.includes(name));
    expect(read).toEqual([]);
  });

  it('declared are read by the code', () => {
    expect(settings.filter((name) => !settingsRead().includes(name))).toEqual([]);
  });
});

describe('texts', () => {
  const nls = readJson('package.nls.json') as Readonly<Record<string, string>>;
  const keys = textsIn(readJson('package.json')).flatMap((text) => /^%([^%]+)%$/.exec(text)?.[1] ?? []);

  it('of the manifest are all given', () => {
    expect(keys.filter((key) => !(key in nls))).toEqual([]);
  });

  it('given are all used', () => {
    expect(Object.keys(nls).filter((key) => !keys.includes(key))).toEqual([]);
  });
});

/** Names of settings the host reads: the literal given to `get` of our configuration, or asked about in an event. */
function settingsRead(): readonly string[] {
  const readers = hostFiles.filter((path) => read(path).includes("getConfiguration('interopReview'"));
  return [
    ...['get', 'inspect']
      .flatMap((name) => argumentsOf(name, readers))
      .map((name) => `interopReview.${name}`),
    ...argumentsOf('affectsConfiguration').filter((name) => name !== 'interopReview'),
  ];
}

/** The literal first arguments of every call of a function or method with this name in the host. */
function argumentsOf(name: string, paths = hostFiles): readonly string[] {
  return paths.flatMap((path) => {
    const found: string[] = [];
    walk(parse(path), (node) => {
      if (!ts.isCallExpression(node)) return;
      const { expression } = node;
      const called = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
      const [first] = node.arguments;
      if (called.getText() === name && first && ts.isStringLiteralLike(first)) found.push(first.text);
    });
    return found;
  });
}

/** Keys of the tables that give a command its function. */
function keysOfTables(): readonly string[] {
  return literals((text, node) => {
    const { parent } = node;
    return text.startsWith('interopReview.') && ts.isPropertyAssignment(parent) && parent.name === node;
  });
}

function literals(wanted: (text: string, node: ts.Node) => boolean): readonly string[] {
  return hostFiles.flatMap((path) => {
    const found: string[] = [];
    walk(parse(path), (node) => {
      if (ts.isStringLiteralLike(node) && wanted(node.text, node)) found.push(node.text);
    });
    return found;
  });
}
