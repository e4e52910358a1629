import { LitElement } from 'lit';

/** An element that draws into the page itself, so that the panel's style sheet reaches it. */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
