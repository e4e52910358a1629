import type { Mail } from '../message/mail.ts';
import { isComplete, mailsIn, roleOf, senderOf, type Posting } from './posting.ts';

interface Group {
  readonly version: number;
  readonly total: number | undefined;
  readonly covers: Mail[];
  readonly patches: Mail[];
}

/**
 * Puts cover letters and patches that were posted together into one group each, in the order in which the groups begin. Mails
 * belong together by their thread, version and total; messages without ids (files of git format-patch) by their counters.
 */
export function groupMails(mails: readonly Mail[]): readonly Posting[] {
  const posted = new Map<string, Mail>();
  for (const mail of mails) if (mail.id !== undefined) posted.set(mail.id, mail);
  const headOf = headFinder(posted);
  const groups: Group[] = [];
  const byKey = new Map<string, Group>();
  for (const mail of mails) {
    const { version, total } = mail.prefix;
    const kind = `${version}/${total ?? ''}`;
    const key = mail.id === undefined ? kind : `${kind} ${keyOf(headOf(mail), posted)}`;
    let group = byKey.get(key);
    if (!group || (mail.id === undefined && beginsAnew(mail, group))) {
      group = { version, total, covers: [], patches: [] };
      groups.push(group);
      byKey.set(key, group);
    }
    (roleOf(mail) === 'cover' ? group.covers : group.patches).push(mail);
  }
  return joinFragments(groups);
}

/** A thread whose first mail is not there is named by the mail that it answers. */
function keyOf(head: Mail, posted: ReadonlyMap<string, Mail>): string {
  const { parent, prefix } = head;
  const headIsMissing =
    parent !== undefined && !posted.has(parent) && (prefix.total ?? 1) > 1 && prefix.position !== 0;
  return headIsMissing ? parent : (head.id ?? '');
}

/** Finds the topmost mail of the same posting that a mail answers, directly or not. */
function headFinder(posted: ReadonlyMap<string, Mail>): (mail: Mail) => Mail {
  const heads = new Map<Mail, Mail>();
  return (mail) => {
    const path = new Set<Mail>();
    let head = mail;
    for (;;) {
      path.add(head);
      const parent = posted.get(head.parent ?? '');
      if (!parent || path.has(parent) || !samePosting(parent, head)) break;
      head = heads.get(parent) ?? parent;
      if (head !== parent) break;
    }
    for (const passed of path) heads.set(passed, head);
    return head;
  };
}

/** Without counters, only what one sender puts below each other belongs together. */
function samePosting(a: Mail, b: Mail): boolean {
  if (a.prefix.version !== b.prefix.version || a.prefix.total !== b.prefix.total) return false;
  return a.prefix.total !== undefined || senderOf(a) === senderOf(b);
}

/** Whether a message without an id cannot belong to the group that is being filled, but begins another. */
function beginsAnew({ prefix: { position } }: Mail, group: Group): boolean {
  if (position === 0) return group.covers.length > 0 || isComplete(group);
  return position === 1 && group.patches.some(({ prefix }) => prefix.position === 1);
}

/** Joins groups of one sender, version and total that complement each other: parts of a thread whose links are missing. */
function joinFragments(groups: readonly Group[]): readonly Posting[] {
  const joined: Group[] = [];
  const open = new Map<string, Group>();
  for (const group of groups) {
    const [first] = mailsIn(group);
    if (first?.id === undefined || isComplete(group)) {
      joined.push(group);
      continue;
    }
    const kind = `${group.version}/${group.total ?? ''} ${senderOf(first)}`;
    const other = open.get(`${kind} ${rootOf(first)}`);
    if (other && areDisjoint(other, group)) {
      for (const cover of group.covers) other.covers.push(cover);
      for (const patch of group.patches) other.patches.push(patch);
    } else {
      joined.push(group);
      open.set(`${kind} ${rootOf(first)}`, group).set(`${kind} <${first.id}>`, group);
    }
  }
  return joined;
}

/** Id of the mail at the top of the thread; empty for one that answers nothing. */
function rootOf({ envelope }: Mail): string {
  return envelope?.references[0] ?? envelope?.inReplyTo ?? '';
}

function areDisjoint(one: Group, other: Group): boolean {
  const taken = new Set(mailsIn(one).map(({ prefix }) => prefix.position));
  return mailsIn(other).every(({ prefix }) => !taken.has(prefix.position));
}
