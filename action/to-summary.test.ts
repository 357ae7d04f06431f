import { describe, expect, it } from 'vitest';
import { toSummary } from './to-summary.ts';

const METRICS = `# TYPE understudy_requests_total counter
understudy_requests_total{operation="pushUser",status="429",code="too_many_requests",fault="",delivered="full"} 2
understudy_requests_total{operation="pushUser",status="202",code="",fault="",delivered="full"} 5
understudy_requests_total{operation="pushUser",status="202",code="",fault="slow",delivered="partial"} 1
understudy_requests_total{operation="",status="404",code="not_found",fault="",delivered="full"} 1
understudy_requests_total{operation="pushEvent",status="",code="",fault="cut",delivered="none"} 1
understudy_own_seconds_count{operation="pushUser"} 8
`;

describe('The summary of a job', () => {
  it('counts what arrived by operation and answer, and has the report on conduct', () => {
    expect(toSummary({ metrics: METRICS, conduct: 'acct_1: 9 exchanges\n', log: '' })).toBe(`### Understudy

| Operation | Answer | Requests |
| --- | --- | --- |
| pushEvent | hung up | 1 |
| pushUser | 202 | 6 |
| pushUser | 429 | 2 |
| unknown path | 404 | 1 |

**How the client behaved**

\`\`\`text
acct_1: 9 exchanges
\`\`\`
`);
  });

  it('asks where the requests are when there are none', () => {
    expect(toSummary({ metrics: '', conduct: '', log: '' })).toContain(
      'Nothing arrived. Does anything send to',
    );
  });

  it('tells that the stand-in was gone, and what it had to say', () => {
    const said = toSummary({ metrics: null, conduct: '', log: 'A line\nwith ``` in it\n' });
    expect(said).toContain('The stand-in was gone before the job ended.');
    expect(said).toContain('**What it complained of**\n\n````text\nA line\nwith ``` in it\n````\n');
  });

  it('has so much of a long report and no more', () => {
    const said = toSummary({ metrics: '', conduct: 'a line\n'.repeat(50_000), log: '' });
    expect(said.length).toBeLessThan(101_000);
    expect(said).toMatch(/a line\n…\n```\n$/);
  });
});
