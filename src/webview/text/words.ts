import type { PanelCoverage, PanelFile, PanelMarkState, PanelSlot } from '../../protocol/panelModel.ts';
import type { Glyph } from '../series/lineStanding.ts';
import type { WalkOrder, WalkTarget } from '../series/walk.ts';
import { plural } from './plural.ts';

const GLYPHS: Record<Glyph, string> = {
  'look-first': 'look first',
  check: 'check',
  note: 'note',
  'needs-explanation': 'needs explanation',
  understood: 'understood',
  deferred: 'deferred',
  remark: 'remark of another reviewer',
};

const CATEGORIES: Readonly<Record<string, string>> = {
  'layout-abi': 'layout',
  'api-idiom': 'API idiom',
  'build-deps': 'build',
};

const KINDS: Readonly<Record<string, string>> = {
  added: 'new file',
  deleted: 'deleted',
  renamed: 'renamed',
  copied: 'copied',
  mode: 'mode changed',
};

const LAYERS: Readonly<Record<string, string>> = { api: 'safe API', c: 'C' };

const LINE_KINDS = { added: 'added', removed: 'removed', context: 'unchanged', remark: 'remark' } as const;

/** Every word that the panel shows or says, in one place. */
export const words = {
  panel: 'Review of a series',
  rows: 'Patches, files and lines',
  announcements: 'Announcements',

  // The series
  patches: (count: number) => plural(count, 'patch', 'patches'),
  files: (count: number) => plural(count, 'file', 'files'),
  images: (whole: number, hunks: number): string => {
    if (hunks === 0) return whole === 0 ? 'no images' : 'whole images';
    return whole === 0 ? 'hunks only' : `whole images for ${whole}, hunks only for ${hunks}`;
  },
  imagesHelp:
    'A whole image is a file as it is before and after the patch. Where only the hunks are at hand, what stands outside of them was not looked at.',
  base: (commit: string) => `base ${commit.slice(0, 12)}`,
  profile: (name: string) => `profile ${name}`,
  lookedAt: ({ total, notLookedAt }: PanelCoverage) =>
    total === 0 ? 'nothing asks for a look' : `${total - notLookedAt} of ${total} looked at`,
  needExplanation: (count: number) => `${count} ${count === 1 ? 'needs' : 'need'} explanation`,
  deferredCount: (count: number) => `${count} deferred`,
  progress: (coverage: PanelCoverage): string =>
    [
      words.lookedAt(coverage),
      ...(coverage.needsExplanation > 0 ? [words.needExplanation(coverage.needsExplanation)] : []),
      ...(coverage.deferred > 0 ? [words.deferredCount(coverage.deferred)] : []),
    ].join(', '),
  progressBar: 'How much was looked at',
  nativeDiff: 'Open native diff',
  reply: 'Reply…',
  problems: (count: number) => plural(count, 'problem', 'problems'),
  problemsTitle: 'What could not be read, or not be looked at',
  houseRules: (count: number) => plural(count, 'house rule', 'house rules'),
  houseRulesTitle: 'What the project expects of a posting, and was not found',
  list: 'Plain list',
  diff: 'Diff',

  // Filter and walk
  filterLabel: 'Filter by words, paths or lines; Enter goes to the next line that holds it',
  filterHint: 'Filter',
  attentionGroup: 'Show by attention',
  categoryGroup: 'Show only these categories',
  attention: { 'look-first': 'look first', check: 'check', note: 'notes' } as Readonly<
    Record<string, string>
  >,
  category: (name: string) => CATEGORIES[name] ?? name,
  clearFilter: 'Clear filter',
  filtered: (shown: number, all: number) => `${shown} of ${plural(all, 'annotation', 'annotations')} shown`,
  notFound: (text: string) => `No line holds “${text}”`,
  order: (order: WalkOrder) => (order === 'attention' ? 'By attention' : 'By text'),
  orderHelp: 'In which order the next and previous annotation are gone to',
  orderNow: (order: WalkOrder) =>
    order === 'attention' ? 'Walking what to look at first first' : 'Walking in order of the text',
  walked: ({ target, number, of, wrapped }: WalkTarget): string =>
    `${wrapped ? 'From the other end again. ' : ''}${number} of ${of}. ${GLYPHS[target.annotation.attention]}: ${target.annotation.title}, line ${target.annotation.line}`,
  noneOpen: 'Every annotation that is shown was looked at',
  noneShown: 'No annotation is shown; the filter may leave them out',

  // Patches, messages, files
  cover: 'Cover letter',
  message: 'Commit message',
  position: (position: number, total: number) => `${position}/${total}`,
  toLookAt: (count: number) => `${count} to look at`,
  allLookedAt: 'all looked at',
  nothingToLookAt: 'nothing asks for a look',
  openFile: 'Open the file',
  compareTwins: 'Compare C and Rust',
  noTwins: 'This file has no twin in the other language.',
  kind: ({ kind }: PanelFile) => KINDS[kind] ?? null,
  layer: (name: string) => LAYERS[name] ?? name,
  lineCounts: ({ added, removed }: PanelFile) => `${added} added, ${removed} removed`,
  generated: 'generated',
  oneSide: 'twin not changed',
  oneSideHelp: (twin: string) => `The series leaves the twin in the other language as it is: ${twin}`,
  oneSideFiles: (count: number) =>
    count === 1 ? '1 file without its twin' : `${count} files without their twins`,
  openTwin: (twin: string) => `Open the twin, ${twin}`,
  binary: 'binary',
  hunksOnly: 'hunks only',
  noLines: ({ binary, kind }: PanelFile): string => {
    if (binary) return 'A binary file: its content is not shown and was not looked at.';
    if (kind === 'renamed') return 'Renamed; no line changed.';
    if (kind === 'copied') return 'Copied; no line changed.';
    if (kind === 'mode') return 'Only the mode changed; no line did.';
    return 'The patch shows no line of this file.';
  },
  leftOut: (patches: number, files: number): string =>
    `The filter leaves out ${[
      ...(patches > 0 ? [plural(patches, 'patch', 'patches')] : []),
      plural(files, 'file', 'files'),
    ].join(' and ')}.`,
  emptySeries: 'This series has no patches.',
  noAnnotations: (files: number, hunksOnly: number, unread: number): string =>
    [
      `No place in ${plural(files, 'file', 'files')} matched a pattern.`,
      ...(hunksOnly > 0 ? [`Of ${plural(hunksOnly, 'file', 'files')} only the hunks were looked at.`] : []),
      ...(unread > 0 ? [`${plural(unread, 'file', 'files')} could not be looked at.`] : []),
      'This does not say that nothing crosses there: any line can be marked.',
    ].join(' '),
  end: 'End of the series',

  // Lines
  glyph: GLYPHS,
  lineLabel: (
    kind: keyof typeof LINE_KINDS,
    oldLine: number | null,
    newLine: number | null,
    text: string,
    said: readonly string[],
  ): string => `${[LINE_KINDS[kind], newLine ?? oldLine].join(' ')}, ${[...said, text].join('. ')}`,
  hidden: (name: string) => `hidden character ${name}`,
  more: (count: number) => `and ${count} more here`,
  selected: (count: number) => plural(count, 'line', 'lines'),
  clearSelection: 'Let go of the lines',

  // Cards
  cardLabel: (glyph: Glyph, title: string) => `${GLYPHS[glyph]}: ${title}`,
  alsoHere: 'Also on this line:',
  close: 'Close',
  explanationFound: 'Explanation found',
  conditionsOf: (callee: string) => `${callee} asks of its callers`,
  counterpart: 'Other side',
  counterpartMissing: 'The other side was not found in the series or the tree.',
  counterpartSeveral: 'Several places could be the other side.',
  disagreement: 'The two sides differ',
  slot: 'Slot',
  slotColumns: 'Slots, what they are set to, and how C declares them',
  slotValue: 'Set to',
  slotInC: 'In C',
  slotStanding: { new: 'new in C, not set', differs: 'another signature', set: 'set', unset: 'not set' },
  slots: (slots: readonly PanelSlot[]): string => {
    const parts = (['new', 'differs', 'set', 'unset'] as const).flatMap((standing) => {
      const count = slots.filter((slot) => slot.standing === standing).length;
      return count === 0 ? [] : [`${count} ${words.slotStanding[standing]}`];
    });
    return `${plural(slots.length, 'slot', 'slots')}: ${parts.join('; ')}`;
  },
  rust: 'Rust',
  c: 'C',
  aboutPattern: 'about this pattern',
  noCounterpart: 'No other side is known for this',
  noDocs: 'No document is linked here',
  noPattern: 'No pattern here',

  // Marking
  needsExplanation: 'Needs explanation',
  understood: 'Understood',
  defer: 'Defer…',
  undo: 'Undo',
  edit: 'Edit…',
  nothingToMark: 'Go to a line or an annotation first',
  takenBack: (place: string) => `Taken back at ${place}`,
  nothingToUndo: 'Nothing was said here yet',
  question: 'Your question',
  questionHint: 'What would you have to be told to follow this?',
  suggestions: 'Questions that fit here',
  leftTo: 'Who is it left to?',
  leftToHint: 'A name',
  save: 'Save',
  saveHint: 'Ctrl+Enter',
  cancel: 'Cancel',
  draftEmpty: (state: 'needs-explanation' | 'deferred') =>
    state === 'deferred' ? 'Say who it is left to' : 'Write a question first',
  yourQuestion: 'your question',
  said: (state: PanelMarkState, to: string | null): string =>
    state === 'deferred' && to !== null ? `left to ${to}` : GLYPHS[state],

  // What an earlier version carried
  carriedFrom: (version: number, now: number, questions: number) =>
    `From ${version === now ? 'before the last change' : `v${version}`}: ${plural(questions, 'question', 'questions')}.`,
  documented: (count: number) => `${count} documented`,
  rewritten: (count: number) => `${count} rewritten`,
  notAnswered: (count: number) => `${count} not answered`,
  gone: (count: number) => `${count} gone`,
  showChanges: 'Show what changed under each',
  hideChanges: 'Hide what changed',
  askedOn: (version: number) => `asked on v${version}`,
  fate: {
    exact: 'lines unchanged',
    moved: 'lines moved',
    edited: 'lines edited',
    gone: 'lines gone',
  } as const,
  proposal: {
    documented: 'now documented?',
    rewritten: 'now rewritten?',
  } as const,
  notAnsweredYet: 'not answered yet',
  before: (version: number) => `v${version}, where it was asked`,
  after: (version: number) => `v${version}, now`,
  evidence: (version: number) => `v${version}, what may answer it`,
  goneLines: 'The lines are nowhere in this version.',
  confirmDocumented: 'Confirm documented',
  confirmRewritten: 'Confirm rewritten',
  withdraw: 'Withdraw…',
  withdrawReason: 'Why is the question withdrawn?',
  reasonEmpty: 'Say why it is withdrawn',
  askAgain: 'Ask again',
  showAnnotation: 'Show the annotation',
  goThere: 'Go there',

  // What other reviewers said
  fromOthers: (remarks: number, people: number) =>
    `${plural(remarks, 'remark', 'remarks')} by ${plural(people, 'other reviewer', 'other reviewers')}.`,
  waitForYou: (count: number) => `${count} ${count === 1 ? 'waits' : 'wait'} for you`,
  waitForAuthor: (count: number) => `${count} ${count === 1 ? 'waits' : 'wait'} for the author`,
  waitForReviewer: (count: number) => `${count} answered`,
  endedCount: (count: number) => `${count} ended`,
  lostCount: (count: number) => `${count} could not be placed`,
  showOthers: 'Show each',
  hideOthers: 'Hide them',
  othersGroup: 'Show what others said',
  fromOthersChip: 'from others',
  somebody: 'Somebody',
  remarkLabel: (author: string, text: string) => `${author === '' ? 'Somebody' : author}: ${text}`,
  saidBy: (author: string, said: string) => `${author}: ${said}`,
  turn: { you: 'your turn', author: "the author's turn", reviewer: 'answered' } as const,
  endedByReviewer: (ended: string) => `ended by its reviewer: ${ended}`,
  notPlaced: 'Could not be placed: the lines that it quotes are not in this version.',
  onTheWhole: 'On the whole; no line is quoted.',
  quotedLines: 'What it quotes',
  details: 'Details',
  answer: 'Answer…',
  editAnswer: 'Edit the answer…',
  yourAnswer: 'Your answer',
  answerHint: 'What do they have to be told?',
  answerEmpty: 'Write an answer first',
  inTree: (fate: string) => `in your tree: ${fate}`,
  asksAgain: (version: number) => `asks again: edited since v${version}`,
  againBecause: (said: string, version: number) =>
    `You settled this in v${version} (${said}); its lines were edited since, so it asks again.`,
  againCount: (count: number) => `${count} ${count === 1 ? 'asks' : 'ask'} again`,
  keptPrivate: 'your marks are private',
  keptShared: 'your marks are shared',

  // Loading and failing
  loading: 'Reading the series…',
  loadingCount: (done: number, total: number) => `${done} of ${total}`,
  stop: 'Stop',
  failed: 'The series could not be shown',
  failedAt: (at: string) => `at ${at}`,
} as const;
