import type { Page } from 'playwright-core';

/** Texts and signs in sight that stand out too little from what is behind them, with their contrast. */
export function lowContrasts({ page }: { readonly page: Page }): Promise<readonly string[]> {
  return page.evaluate(() => {
    type Colour = readonly [red: number, green: number, blue: number, alpha: number];
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const parse = (text: string): Colour => {
      if (!canvas) throw new Error('no canvas');
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, alpha / 255];
    };
    const over = (top: Colour, below: Colour): Colour => {
      const mix = (index: 0 | 1 | 2): number => top[index] * top[3] + below[index] * (1 - top[3]);
      return [mix(0), mix(1), mix(2), 1];
    };
    const luminance = ([red, green, blue]: Colour): number => {
      const linear = (part: number): number =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    };
    const behind = (element: Element): Colour => {
      const layers: Colour[] = [];
      let at: Element | null = element;
      while (at) {
        layers.push(parse(getComputedStyle(at).backgroundColor));
        const root: Node = at.getRootNode();
        at = at.assignedSlot ?? at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
      }
      return layers.reduceRight<Colour>((below, layer) => over(layer, below), [255, 255, 255, 1]);
    };
    const found = new Map<string, string>();
    const check = (element: Element, what: string, least: number): void => {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (box.width === 0 || box.height === 0 || box.bottom < 0 || box.top > innerHeight) return;
      if (style.visibility === 'hidden' || element.closest('[disabled], .announcements')) return;
      const background = behind(element);
      const colour = over(parse(style.color), background);
      const [light, dark] = [luminance(colour), luminance(background)].sort((a, b) => b - a) as [
        number,
        number,
      ];
      const contrast = (light + 0.05) / (dark + 0.05);
      if (contrast < least) found.set(what, `${what}: ${contrast.toFixed(2)} (${style.color})`);
    };
    const visit = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        const name = `${element.tagName.toLowerCase()}.${element.className}`;
        if (element.classList.contains('glyph')) check(element, name, 3);
        else if (
          [...element.childNodes].some(
            (node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '',
          )
        )
          check(element, `${name} in ${element.parentElement?.className ?? ''}`, 4.5);
      }
    };
    visit(document);
    return [...found.values()];
  });
}
