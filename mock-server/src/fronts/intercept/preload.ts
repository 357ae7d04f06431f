import { UsageError } from '../../engine/usage-error.ts';
import { orEnd } from './misuse.ts';
import { findUrl, isOn, turnOn } from './turn-on.ts';

/** Set by a file that NODE_OPTIONS names in the place of this one. */
const FILE = Symbol.for('understudy.intercept.file');

const loaded: { [FILE]?: string } = process as object;

// This door is loaded by --require, which does not wait, so there has to be a stand-in; and any Node can load it.
if (!isOn()) {
  orEnd(() => {
    const url = findUrl();
    if (url === null)
      throw new UsageError(
        'UNDERSTUDY_URL is not set, though NODE_OPTIONS has this process led there; have whatever starts it pass on both.',
      );
    turnOn({ url, isOwn: false, preload: loaded[FILE] ?? import.meta.filename });
  });
}
