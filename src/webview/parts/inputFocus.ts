import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells when a text box gets or loses the focus, so that keys for the rows do not fire while someone types. */
export class InputFocus implements ReactiveController {
  #isFocused = false;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #tell: (isFocused: boolean) => void;

  constructor(host: ReactiveControllerHost & HTMLElement, tell: (isFocused: boolean) => void) {
    this.#host = host;
    this.#tell = tell;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('focusin', this.#changed);
    this.#host.addEventListener('focusout', this.#left);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('focusin', this.#changed);
    this.#host.removeEventListener('focusout', this.#left);
  }

  /** A box that leaves the page takes the focus with it, and no event tells. */
  check(): void {
    this.#set(isTextBox(focused(document)));
  }

  readonly #changed = (event: FocusEvent): void => {
    this.#set(isTextBox(event.composedPath()[0]));
  };

  readonly #left = (event: FocusEvent): void => {
    if (event.relatedTarget === null) this.#set(false);
  };

  #set(isFocused: boolean): void {
    if (this.#isFocused === isFocused) return;
    this.#isFocused = isFocused;
    this.#tell(isFocused);
  }
}

function focused(root: DocumentOrShadowRoot): Element | null {
  const element = root.activeElement;
  return element?.shadowRoot ? (focused(element.shadowRoot) ?? element) : element;
}

function isTextBox(target: EventTarget | null | undefined): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
