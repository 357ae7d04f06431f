const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

const MINUTE_MS = 60_000;

/** The epoch millisecond of an RFC 3339 time; null when it is none, or no day or hour that there is. */
export function decodeDateTime(text: string): number | null {
  const parts = DATE_TIME.exec(text);
  if (parts === null) return null;
  const numberAt = (place: number): number => Number(parts[place] ?? 0);
  const [year, month, day] = [numberAt(1), numberAt(2), numberAt(3)];
  const [hour, minute, second] = [numberAt(4), numberAt(5), numberAt(6)];
  const [offsetHours, offsetMinutes] = [numberAt(9), numberAt(10)];
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return null;
  // A minute may have a leap second.
  if (hour > 23 || minute > 59 || second > 60 || offsetHours > 23 || offsetMinutes > 59) return null;
  const midnight = new Date(0).setUTCFullYear(year, month - 1, day);
  const ms = Number(`${parts[7] ?? ''}000`.slice(0, 3));
  const offset = (offsetHours * 60 + offsetMinutes) * MINUTE_MS * (parts[8] === '-' ? -1 : 1);
  return midnight + (hour * 60 + minute) * MINUTE_MS + second * 1000 + ms - offset;
}

function daysOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
