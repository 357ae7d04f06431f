/** Where judgement begins; all of it [assumed]. docs/conduct.md says each. */
export const thresholds = {
  /** A request that began within so many milliseconds after a 429 left may have been sent before that arrived. */
  crossingMs: 1000,
  /** What is sent again so soon after its 2xx is a repetition, and no new statement that happens to be the same. */
  duplicateMs: 2000,
  /** What is sent again so soon after a final refusal was not sent anew by chance. */
  refusedMs: 60_000,
  /** So many waits in a row have to be alike before they are said not to grow. */
  waitsWithoutGrowth: 5,
  /** Waits are alike when the longest is at most so many times the shortest … */
  alikeFactor: 1.5,
  /** … and so many milliseconds. */
  alikeMs: 20,
  /** So often has a wait to be what the others foretell before chance is said to be absent. */
  coincidences: 3,
  /** Shorter waits are too close to the noise of timers to tell chance by. */
  shortestTellingMs: 100,
  /** Waits are the same within this part of them, or within `sameMs`. */
  samePart: 0.01,
  sameMs: 5,
  /** More requests under way at once are remarked on. */
  mostAtOnce: 50,
  /** Findings listed of each kind, and exchanges of each finding. */
  mostFindings: 100,
  mostExchanges: 20,
  mostWaits: 50,
} as const;
