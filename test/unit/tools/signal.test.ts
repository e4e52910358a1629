import { describe, expect, it } from 'vitest';
import { readSeries } from '../../../src/core/patch/readSeries.ts';
import { inlineComments } from '../../../src/core/review/replies/inlineComments.ts';
import { reviewedSeries } from '../../tools/signal/reviewedSeries.ts';

const THREAD = `From mboxrd@z Thu Jan  1 00:00:00 1970
From: Ada <ada@example.org>
Date: Thu, 1 May 2025 10:00:00 +0000
Message-ID: <one@example.org>
Subject: [PATCH] fan: read the speed

---
diff --git a/fan.rs b/fan.rs
--- a/fan.rs
+++ b/fan.rs
@@ -1,3 +1,6 @@
 fn a() {
+    stop();
 }
+fn b() {
+    stop();
 }
 fn c() {}

From mboxrd@z Thu Jan  1 00:00:00 1970
From: Grace <grace@example.org>
Date: Thu, 1 May 2025 11:00:00 +0000
Message-ID: <two@example.org>
In-Reply-To: <one@example.org>
Subject: Re: [PATCH] fan: read the speed

On Thu, May 1, 2025, Ada wrote:
> +fn b() {
> +    stop();

Why stop here?

>  }

Reviewed-by: Grace <grace@example.org>
`;

describe('the comments of a reviewed thread', () => {
  it('are placed at the line that they stand below, of two that are alike', async () => {
    const { value } = await readSeries([{ name: 'thread', bytes: new TextEncoder().encode(THREAD) }]);
    const [series] = value;
    const reviewed = series && reviewedSeries(series);
    expect(reviewed?.comments.map(({ place, text }) => [place.line.newLine, text])).toEqual([
      [5, 'Why stop here?'],
    ]);
  });

  it('are none in trailers, signatures, greetings and answers to older quotations', () => {
    const text = '> +a\n\nThanks,\n\n> > +a\n> Why?\n\n> > +b\n\nNo.\n> +c\n-- \nReally?';
    expect(inlineComments(text)).toEqual([]);
  });
});
