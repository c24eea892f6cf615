// Runs in a page before its own scripts: notes the frame in which something is first there for a person.
"use strict";

/**
 * Watches the document until `isThere()` holds, then waits until the frame that shows it is out, and sets
 * `globalThis.probed` to the milliseconds since the navigation began.
 */
globalThis.watchFor = (isThere) => {
  const observer = new MutationObserver(() => {
    if (!isThere()) return;
    observer.disconnect();
    globalThis.afterFrame((now) => {
      globalThis.probed = now;
    });
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
};

/** Calls back right after the next frame was made. */
globalThis.afterFrame = (then) => {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(null);
  });
};

/** Whether a person sees the element's box. */
globalThis.isSeen = (element) => {
  const box = element?.getBoundingClientRect();
  return box !== undefined && box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true });
};
