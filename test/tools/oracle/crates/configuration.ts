/** What `#[cfg(…)]` is asked about: names (`unix`) and pairs (`target_os="linux"`), as `rustc --print cfg` writes them. */
export type Configuration = ReadonlySet<string>;

const COMMENT = /\/\/[^\n]*|\/\*[^]*?\*\//g;

/** Whether the condition of a `cfg` attribute holds. Throws on text that is no such condition. */
export function holds(condition: string, configuration: Configuration): boolean {
  const tokens = condition.replace(COMMENT, ' ').match(/"(?:[^"\\]|\\.)*"|\w+|[(),=]/g) ?? [];
  let at = 0;
  const next = (): string => tokens[at++] ?? '';
  const list = (): readonly boolean[] => {
    const answers: boolean[] = [];
    if (next() !== '(') throw new Error(`no list in ${condition}`);
    while (tokens[at] !== ')') {
      answers.push(term());
      if (tokens[at] === ',') at++;
      else if (tokens[at] !== ')') throw new Error(`no end of the list in ${condition}`);
    }
    at++;
    return answers;
  };
  const term = (): boolean => {
    const name = next();
    if (!/^\w+$/.test(name)) throw new Error(`no condition in ${condition}`);
    if (name === 'all') return list().every(Boolean);
    if (name === 'any') return list().some(Boolean);
    if (name === 'not') return !list().some(Boolean);
    if (tokens[at] !== '=') return name === 'true' || configuration.has(name);
    at++;
    return configuration.has(`${name}=${next()}`);
  };
  return term();
}
