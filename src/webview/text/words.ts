import type { PanelCoverage, PanelFile, PanelMarkState, PanelSlot } from '../../protocol/panelModel.ts';
import type { Glyph } from '../series/lineStanding.ts';
import type { WalkOrder, WalkTarget } from '../series/walk.ts';
import { t } from '../../base/translate.ts';
import { plural } from './plural.ts';

const GLYPHS: Record<Glyph, string> = {
  'look-first': t('look first'),
  check: t('check'),
  note: t('note'),
  'needs-explanation': t('needs explanation'),
  understood: t('understood'),
  deferred: t('deferred'),
  remark: t('remark of another reviewer'),
};

const CATEGORIES: Readonly<Record<string, string>> = {
  unsafe: t('unsafe'),
  errors: t('errors'),
  callbacks: t('callbacks'),
  containers: t('containers'),
  strings: t('strings'),
  ownership: t('ownership'),
  'layout-abi': t('layout'),
  concurrency: t('concurrency'),
  'api-idiom': t('API idiom'),
  'build-deps': t('build'),
  parity: t('parity'),
};

const KINDS: Readonly<Record<string, string>> = {
  added: t('new file'),
  deleted: t('deleted'),
  renamed: t('renamed'),
  copied: t('copied'),
  mode: t('mode changed'),
};

const LAYERS: Readonly<Record<string, string>> = {
  bindings: t('bindings'),
  api: t('safe API'),
  device: t('device'),
  c: 'C',
  build: t('build'),
  docs: t('docs'),
  tests: t('tests'),
};

const LINE_KINDS = {
  added: t('added'),
  removed: t('removed'),
  context: t('unchanged'),
  remark: t('remark'),
} as const;

/** Every word that the panel shows or says, in one place. */
export const words = {
  panel: t('Review of a series'),
  rows: t('Patches, files and lines'),
  announcements: t('Announcements'),

  // The series
  patches: (count: number) => plural(count, '{0} patch', '{0} patches'),
  files: (count: number) => plural(count, '{0} file', '{0} files'),
  images: (whole: number, hunks: number): string => {
    if (hunks === 0) return whole === 0 ? t('no images') : t('whole images');
    return whole === 0 ? t('hunks only') : t('whole images for {0}, hunks only for {1}', whole, hunks);
  },
  imagesHelp: t(
    'A whole image is a file as it is before and after the patch. Where only the hunks are at hand, what stands outside of them was not looked at.',
  ),
  base: (commit: string) => t('base {0}', commit.slice(0, 12)),
  profile: (name: string) => t('profile {0}', name),
  lookedAt: ({ total, notLookedAt }: PanelCoverage) =>
    total === 0 ? t('nothing asks for a look') : t('{0} of {1} looked at', total - notLookedAt, total),
  needExplanation: (count: number) => plural(count, '{0} needs explanation', '{0} need explanation'),
  deferredCount: (count: number) => t('{0} deferred', count),
  progress: (coverage: PanelCoverage): string =>
    [
      words.lookedAt(coverage),
      ...(coverage.needsExplanation > 0 ? [words.needExplanation(coverage.needsExplanation)] : []),
      ...(coverage.deferred > 0 ? [words.deferredCount(coverage.deferred)] : []),
    ].join(', '),
  progressBar: t('How much was looked at'),
  nativeDiff: t('Open native diff'),
  reply: t('Reply…'),
  problems: (count: number) => plural(count, '{0} problem', '{0} problems'),
  problemsTitle: t('What could not be read, or not be looked at'),
  houseRules: (count: number) => plural(count, '{0} house rule', '{0} house rules'),
  houseRulesTitle: t('What the project expects of a posting, and was not found'),
  list: t('Plain list'),
  diff: t('Diff'),

  // Filter and walk
  filterLabel: t('Filter by words, paths or lines; Enter goes to the next line that holds it'),
  filterHint: t('Filter'),
  attentionGroup: t('Show by attention'),
  categoryGroup: t('Show only these categories'),
  attention: { 'look-first': t('look first'), check: t('check'), note: t('notes') } as Readonly<
    Record<string, string>
  >,
  category: (name: string) => CATEGORIES[name] ?? name,
  clearFilter: t('Clear filter'),
  filtered: (shown: number, all: number) =>
    t('{0} of {1} shown', shown, plural(all, '{0} annotation', '{0} annotations')),
  notFound: (text: string) => t('No line holds “{0}”', text),
  order: (order: WalkOrder) => (order === 'attention' ? t('By attention') : t('By text')),
  orderHelp: t('In which order the next and previous annotation are gone to'),
  orderNow: (order: WalkOrder) =>
    order === 'attention' ? t('Walking what to look at first first') : t('Walking in order of the text'),
  walked: ({ target, number, of, wrapped }: WalkTarget): string =>
    t(
      '{0}{1} of {2}. {3}: {4}, line {5}',
      wrapped ? t('From the other end again. ') : '',
      number,
      of,
      GLYPHS[target.annotation.attention],
      target.annotation.title,
      target.annotation.line,
    ),
  noneOpen: t('Every annotation that is shown was looked at'),
  noneShown: t('No annotation is shown; the filter may leave them out'),

  // Patches, messages, files
  cover: t('Cover letter'),
  message: t('Commit message'),
  position: (position: number, total: number) => `${position}/${total}`,
  toLookAt: (count: number) => t('{0} to look at', count),
  allLookedAt: t('all looked at'),
  nothingToLookAt: t('nothing asks for a look'),
  openFile: t('Open the file'),
  compareTwins: t('Compare C and Rust'),
  noTwins: t('This file has no twin in the other language.'),
  kind: ({ kind }: PanelFile) => KINDS[kind] ?? null,
  layer: (name: string) => LAYERS[name] ?? name,
  lineCounts: ({ added, removed }: PanelFile) => t('{0} added, {1} removed', added, removed),
  generated: t('generated'),
  binary: t('binary'),
  hunksOnly: t('hunks only'),
  oneSide: t('twin not changed'),
  oneSideHelp: (twin: string) => t('The series leaves the twin in the other language as it is: {0}', twin),
  oneSideFiles: (count: number) =>
    plural(count, '{0} file without its twin', '{0} files without their twins'),
  openTwin: (twin: string) => t('Open the twin, {0}', twin),
  noLines: ({ binary, kind }: PanelFile): string => {
    if (binary) return t('A binary file: its content is not shown and was not looked at.');
    if (kind === 'renamed') return t('Renamed; no line changed.');
    if (kind === 'copied') return t('Copied; no line changed.');
    if (kind === 'mode') return t('Only the mode changed; no line did.');
    return t('The patch shows no line of this file.');
  },
  leftOut: (patches: number, files: number): string => {
    const hidden = plural(files, '{0} file', '{0} files');
    if (patches === 0) return t('The filter leaves out {0}.', hidden);
    return t('The filter leaves out {0} and {1}.', plural(patches, '{0} patch', '{0} patches'), hidden);
  },
  emptySeries: t('This series has no patches.'),
  noAnnotations: (files: number, hunksOnly: number, unread: number): string =>
    [
      t('No place in {0} matched a pattern.', plural(files, '{0} file', '{0} files')),
      ...(hunksOnly > 0
        ? [t('Of {0} only the hunks were looked at.', plural(hunksOnly, '{0} file', '{0} files'))]
        : []),
      ...(unread > 0 ? [t('{0} could not be looked at.', plural(unread, '{0} file', '{0} files'))] : []),
      t('This does not say that nothing crosses there: any line can be marked.'),
    ].join(' '),
  end: t('End of the series'),

  // Lines
  glyph: GLYPHS,
  lineLabel: (
    kind: keyof typeof LINE_KINDS,
    oldLine: number | null,
    newLine: number | null,
    text: string,
    said: readonly string[],
  ): string => `${[LINE_KINDS[kind], newLine ?? oldLine].join(' ')}, ${[...said, text].join('. ')}`,
  hidden: (name: string) => t('hidden character {0}', name),
  more: (count: number) => t('and {0} more here', count),
  selected: (count: number) => plural(count, '{0} line', '{0} lines'),
  clearSelection: t('Let go of the lines'),

  // Cards
  cardLabel: (glyph: Glyph, title: string) => `${GLYPHS[glyph]}: ${title}`,
  alsoHere: t('Also on this line:'),
  close: t('Close'),
  explanationFound: t('Explanation found'),
  conditionsOf: (callee: string) => t('{0} asks of its callers', callee),
  counterpart: t('Other side'),
  counterpartMissing: t('The other side was not found in the series or the tree.'),
  counterpartSeveral: t('Several places could be the other side.'),
  disagreement: t('The two sides differ'),
  slot: t('Slot'),
  slotColumns: t('Slots, what they are set to, and how C declares them'),
  slotValue: t('Set to'),
  slotInC: t('In C'),
  slotStanding: {
    new: t('new in C, not set'),
    differs: t('another signature'),
    set: t('set'),
    unset: t('not set'),
  },
  slots: (slots: readonly PanelSlot[]): string => {
    const parts = (['new', 'differs', 'set', 'unset'] as const).flatMap((standing) => {
      const count = slots.filter((slot) => slot.standing === standing).length;
      return count === 0 ? [] : [`${count} ${words.slotStanding[standing]}`];
    });
    return `${plural(slots.length, '{0} slot', '{0} slots')}: ${parts.join('; ')}`;
  },
  rust: 'Rust',
  c: 'C',
  aboutPattern: t('about this pattern'),
  noCounterpart: t('No other side is known for this'),
  noDocs: t('No document is linked here'),
  noPattern: t('No pattern here'),

  // Marking
  needsExplanation: t('Needs explanation'),
  understood: t('Understood'),
  defer: t('Defer…'),
  undo: t('Undo'),
  edit: t('Edit…'),
  nothingToMark: t('Go to a line or an annotation first'),
  takenBack: (place: string) => t('Taken back at {0}', place),
  nothingToUndo: t('Nothing was said here yet'),
  question: t('Your question'),
  questionHint: t('What would you have to be told to follow this?'),
  suggestions: t('Questions that fit here'),
  leftTo: t('Who is it left to?'),
  leftToHint: t('A name'),
  save: t('Save'),
  saveHint: t('Ctrl+Enter'),
  cancel: t('Cancel'),
  draftEmpty: (state: 'needs-explanation' | 'deferred') =>
    state === 'deferred' ? t('Say who it is left to') : t('Write a question first'),
  yourQuestion: t('your question'),
  said: (state: PanelMarkState, to: string | null): string =>
    state === 'deferred' && to !== null ? t('left to {0}', to) : GLYPHS[state],

  // What an earlier version carried
  carriedFrom: (version: number, now: number, questions: number): string => {
    const asked = plural(questions, '{0} question', '{0} questions');
    return version === now
      ? t('From before the last change: {0}.', asked)
      : t('From v{0}: {1}.', version, asked);
  },
  documented: (count: number) => t('{0} documented', count),
  rewritten: (count: number) => t('{0} rewritten', count),
  notAnswered: (count: number) => t('{0} not answered', count),
  gone: (count: number) => t('{0} gone', count),
  showChanges: t('Show what changed under each'),
  hideChanges: t('Hide what changed'),
  askedOn: (version: number) => t('asked on v{0}', version),
  fate: {
    exact: t('lines unchanged'),
    moved: t('lines moved'),
    edited: t('lines edited'),
    gone: t('lines gone'),
  } as const,
  proposal: {
    documented: t('now documented?'),
    rewritten: t('now rewritten?'),
  } as const,
  notAnsweredYet: t('not answered yet'),
  before: (version: number) => t('v{0}, where it was asked', version),
  after: (version: number) => t('v{0}, now', version),
  evidence: (version: number) => t('v{0}, what may answer it', version),
  goneLines: t('The lines are nowhere in this version.'),
  confirmDocumented: t('Confirm documented'),
  confirmRewritten: t('Confirm rewritten'),
  withdraw: t('Withdraw…'),
  withdrawReason: t('Why is the question withdrawn?'),
  reasonEmpty: t('Say why it is withdrawn'),
  askAgain: t('Ask again'),
  showAnnotation: t('Show the annotation'),
  goThere: t('Go there'),

  // What other reviewers said
  fromOthers: (remarks: number, people: number) =>
    t(
      '{0} by {1}.',
      plural(remarks, '{0} remark', '{0} remarks'),
      plural(people, '{0} other reviewer', '{0} other reviewers'),
    ),
  waitForYou: (count: number) => plural(count, '{0} waits for you', '{0} wait for you'),
  waitForAuthor: (count: number) => plural(count, '{0} waits for the author', '{0} wait for the author'),
  waitForReviewer: (count: number) => t('{0} answered', count),
  endedCount: (count: number) => t('{0} ended', count),
  lostCount: (count: number) => t('{0} could not be placed', count),
  showOthers: t('Show each'),
  hideOthers: t('Hide them'),
  othersGroup: t('Show what others said'),
  fromOthersChip: t('from others'),
  somebody: t('Somebody'),
  remarkLabel: (author: string, text: string) => `${author === '' ? t('Somebody') : author}: ${text}`,
  saidBy: (author: string, said: string) => `${author}: ${said}`,
  turn: { you: t('your turn'), author: t("the author's turn"), reviewer: t('answered') } as const,
  endedByReviewer: (ended: string) => t('ended by its reviewer: {0}', ended),
  notPlaced: t('Could not be placed: the lines that it quotes are not in this version.'),
  onTheWhole: t('On the whole; no line is quoted.'),
  quotedLines: t('What it quotes'),
  details: t('Details'),
  answer: t('Answer…'),
  editAnswer: t('Edit the answer…'),
  yourAnswer: t('Your answer'),
  answerHint: t('What do they have to be told?'),
  answerEmpty: t('Write an answer first'),
  inTree: (fate: string) => t('in your tree: {0}', fate),
  asksAgain: (version: number) => t('asks again: edited since v{0}', version),
  againBecause: (said: string, version: number) =>
    t('You settled this in v{0} ({1}); its lines were edited since, so it asks again.', version, said),
  againCount: (count: number) => plural(count, '{0} asks again', '{0} ask again'),
  keptPrivate: t('your marks are private'),
  keptShared: t('your marks are shared'),

  // Loading and failing
  loading: t('Reading the series…'),
  loadingCount: (done: number, total: number) => t('{0} of {1}', done, total),
  stop: t('Stop'),
  failed: t('The series could not be shown'),
  failedAt: (at: string) => t('at {0}', at),
} as const;
