import { expect, it } from 'vitest';
import { formatJson } from '../../../src/core/output/formatJson.ts';
import { emptyReview } from '../../../src/core/review/emptyReview.ts';
import { analysis, annotation, file, lines, mark, patch, series } from '../review/sample.ts';

it('writes keys in their fixed order and nulls for what is not there', () => {
  const value = analysis(
    series([patch(1, [file('fan.rs', [], { oldPath: null }), file('README', [])])]),
    [[[annotation(12)]]],
    { problems: [{ code: 'hunk-count', message: 'Off.', at: 'x:1' }] },
  );
  expect(formatJson(value)).toBe(
    `${JSON.stringify(
      {
        format: 1,
        series: { subject: 'hw/fan: port', version: 2, patches: 1 },
        patches: [
          {
            id: 'fan-1@example.org',
            subject: 'part 1',
            position: 1,
            files: [
              {
                oldPath: null,
                newPath: 'fan.rs',
                language: 'rust',
                image: 'hunks',
                annotations: [
                  {
                    id: 'a12',
                    pattern: 'unsafe-block',
                    category: 'unsafe',
                    attention: 'look-first',
                    side: 'new',
                    line: 12,
                    endLine: 12,
                    column: 5,
                    title: 'An unsafe block',
                    question: 'Why is this sound?',
                    facets: {
                      layer: 'device',
                      phase: 'runtime',
                      visibility: 'private',
                      explainedBy: 'none',
                      origin: 'introduced',
                      confidence: 'hunk',
                    },
                    counterpart: null,
                  },
                ],
              },
              { oldPath: 'README', newPath: 'README', language: null, image: 'hunks', annotations: [] },
            ],
          },
        ],
        houseRules: [],
        problems: [{ code: 'hunk-count', message: 'Off.', at: 'x:1' }],
      },
      null,
      2,
    )}\n`,
  );
});

it('adds the marks of a review when there is one', () => {
  const value = analysis(series([patch(1, [])]), []);
  const question = mark(lines('fan.rs', 3), 'Why?');
  const review = { ...emptyReview(value.series), reviewer: 'Rita <rita@example.org>', marks: [question] };
  expect(JSON.parse(formatJson(value, review))).toMatchObject({
    format: 1,
    review: { reviewer: 'Rita <rita@example.org>', marks: [question] },
  });
});
