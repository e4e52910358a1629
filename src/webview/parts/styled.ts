import { nothing, type ElementPart } from 'lit';
import { directive, Directive, PartType, type PartInfo } from 'lit/directive.js';

type Properties = Readonly<Record<string, string>>;

/** Sets style properties one by one. A `style` attribute, even lit's own `styleMap`, is refused by the page's policy. */
class StyledDirective extends Directive {
  #set: Properties = {};
  #style: CSSStyleDeclaration | undefined;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('styled() stands in the tag itself');
  }

  override update({ element }: ElementPart, [properties]: [Properties]): typeof nothing {
    if (element instanceof HTMLElement) this.#style = element.style;
    return this.render(properties);
  }

  override render(properties: Properties): typeof nothing {
    const style = this.#style;
    for (const name of Object.keys(this.#set)) if (!(name in properties)) style?.removeProperty(name);
    for (const [name, value] of Object.entries(properties))
      if (this.#set[name] !== value) style?.setProperty(name, value);
    this.#set = properties;
    return nothing;
  }
}

/** Style properties of the element in whose tag it stands: `<div ${styled({ top: '4px' })}>`. */
export const styled = directive(StyledDirective);
