import type { Analysis } from '../../../src/core/analysis.ts';
import { ATTENTIONS, type Attention } from '../../../src/core/catalog/pattern.ts';

/** Changed lines of Rust and C, and the annotations on these files by attention. */
export interface Noise {
  lines: number;
  readonly annotations: Record<Attention, number>;
}

export function newNoise(): Noise {
  return { lines: 0, annotations: { 'look-first': 0, check: 0, note: 0 } };
}

export function addNoise(noise: Noise, { series, patches }: Analysis): void {
  series.patches.forEach(({ files }, at) => {
    files.forEach(({ language, hunks }, nth) => {
      if (!language) return;
      for (const { lines } of hunks) noise.lines += lines.filter(({ kind }) => kind !== 'context').length;
      for (const { attention } of patches[at]?.files[nth]?.annotations ?? []) noise.annotations[attention]++;
    });
  });
}

/** `look-first 2.6, check 4.4, note 5.6 per 100 of 12345 changed lines` */
export function noiseLine({ lines, annotations }: Noise): string {
  const shares = ATTENTIONS.map((level) => `${level} ${((100 * annotations[level]) / lines).toFixed(1)}`);
  return `${shares.join(', ')} per 100 of ${lines} changed lines`;
}
