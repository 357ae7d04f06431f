/** No form below needs more; it bounds the digits of a fraction, and what a huge text may cost. */
const LONGEST_TIMESTAMP = 64;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-11-23`, alone or with a time after `T` or a blank; seconds, fraction and zone may be missing. */
const NUMERIC =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[Tt ](?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.(?<fraction>\d+))?)?(?: ?(?<zone>[Zz]|UTC|[+-]\d\d(?::?\d\d)?))?)?$/;

/** `Mon Nov 23 06:55:00 UTC 2026`, as Go and `date` print it. */
const UNIX_DATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?<monthName>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)(?: (?<zone>UTC|[+-]\d{4}))? (?<year>\d{4})$/;

/** The shapes of RFC 3339, of ISO 8601 without a zone, and of a bare ISO 8601 date. */
const ISO_8601 = /^\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d(?::\d\d)?)?)?$/;

/** What most senders send and what decoding would give back unchanged; the days that every month has. */
const ALREADY_DECODED =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?Z$/;

/** A point in time as it was written, every field within its range, though not every month has its day. */
interface WrittenTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  fraction: string;
  offsetMinutes: number;
}

/**
 * Reads a timestamp given at top level as RFC 3339 in UTC, or as null when the service would not read it.
 *
 * Read are the forms that clients were seen to send: RFC 3339, also without zone (UTC), seconds or time of day;
 * Ruby's `2026-11-23 06:55:00 UTC` and `+0100`; `Mon Nov 23 06:55:00 UTC 2026`. `[client]` `[observed]`
 * A fraction has three digits in the result when one to three were given and six when more were; further digits are
 * cut off, and without a fraction there is none. So results are to be compared as points in time, not as text.
 * Minutes of an offset have its sign; older Rails added those of `-03:30`, which is not imitated.
 *
 * `[assumed]`, as Rails reads them: a day that its month lacks runs on (February 30 is March 2), second 60 is the
 * next minute, 24:00:00 the next midnight, and the name of the weekday is not checked.
 * `[assumed]`, where Rails reads more: null for offsets of 24 hours and above, for results outside the years 0000 to
 * 9999, and for forms that nobody was seen sending (RFC 2822, `20261123T065500Z`, `2026/11/23`, other zone names).
 */
export function decodeTimestamp(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  if (ALREADY_DECODED.test(value)) return value;
  const written = readTime(value);
  return written === null ? null : renderUtc(written);
}

/**
 * Says whether a property's text is a timestamp: RFC 3339, or ISO 8601 with `-` and `:`, a whole date or to the second.
 *
 * `[documented]` that RFC 3339 and ISO 8601 are recognised; `[assumed]`, as in Rails' own recogniser, that a time
 * without zone and a blank for the `T` are, while `+0100` without colon, a time without seconds, and a day that its
 * month lacks are not. Whatever is recognised here, `decodeTimestamp` can read.
 */
export function isIsoTimestamp(text: string): boolean {
  const written = readTime(text);
  if (written === null || !ISO_8601.test(text)) return false;
  return written.day <= daysOfMonth(written.year, written.month) && renderUtc(written) !== null;
}

/** Says whether a property's text is a time to `decodeTimestamp` alone, so that it is kept as text. `[assumed]` */
export function looksLikeTimestamp(text: string): boolean {
  return decodeTimestamp(text) !== null && !isIsoTimestamp(text);
}

/**
 * Prints milliseconds since 1970 as RFC 3339 in UTC, with milliseconds unless they are zero.
 *
 * Throws a RangeError beyond what a `Date` can hold.
 */
export function renderTimestamp(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

function readTime(text: string): WrittenTime | null {
  if (text.length > LONGEST_TIMESTAMP) return null;
  const fields = (NUMERIC.exec(text) ?? UNIX_DATE.exec(text))?.groups;
  if (fields === undefined) return null;
  const time = {
    year: Number(fields.year),
    month: fields.monthName === undefined ? Number(fields.month) : MONTHS.indexOf(fields.monthName) + 1,
    day: Number(fields.day),
    hour: Number(fields.hour ?? 0),
    minute: Number(fields.minute ?? 0),
    second: Number(fields.second ?? 0),
    fraction: fields.fraction ?? '',
    offsetMinutes: readOffset(fields.zone ?? 'UTC'),
  };
  return isWithinRange(time) ? time : null;
}

function isWithinRange(time: WrittenTime): boolean {
  if (time.month < 1 || time.month > 12 || time.day < 1 || time.day > 31) return false;
  if (time.minute > 59 || time.second > 60 || Number.isNaN(time.offsetMinutes)) return false;
  return (
    time.hour < 24 ||
    (time.hour === 24 && time.minute === 0 && Number(`${time.second}${time.fraction}`) === 0)
  );
}

/** Minutes east of UTC, or NaN where hours or minutes are more than a clock shows. */
function readOffset(zone: string): number {
  if (!zone.startsWith('+') && !zone.startsWith('-')) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', ''));
  if (hours > 23 || minutes > 59) return Number.NaN;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function renderUtc(written: WrittenTime): string | null {
  const time = new Date(0);
  // Not Date.UTC: it takes the years 0 to 99 for those of the twentieth century.
  time.setUTCFullYear(written.year, written.month - 1, written.day);
  time.setUTCHours(written.hour, written.minute - written.offsetMinutes, written.second);
  const year = time.getUTCFullYear();
  if (year < 0 || year > 9999) return null;
  return `${time.toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length)}${renderFraction(written.fraction)}Z`;
}

function renderFraction(digits: string): string {
  if (digits === '') return '';
  return `.${digits.length <= 3 ? digits.padEnd(3, '0') : digits.slice(0, 6).padEnd(6, '0')}`;
}

function daysOfMonth(year: number, month: number): number {
  // The calendar repeats every 400 years; moved to 2000 and after, no year is taken for one of the twentieth century.
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}
