import type { OrganizationDocument, ProblemField, ScheduleDocument } from '#contract';

/** Finds schedules that contradict themselves. Their form was validated before. */
export function wrongSchedules({ services, places }: OrganizationDocument): ProblemField[] {
  const owners: [string, { schedules: ScheduleDocument[] }][] = [
    ...services.flatMap((service, index): [string, { schedules: ScheduleDocument[] }][] => [
      [`document.services.${index}`, service],
      ...service.places.map((place, at): [string, { schedules: ScheduleDocument[] }] => [
        `document.services.${index}.places.${at}`,
        place,
      ]),
    ]),
    ...places.map((place, index): [string, { schedules: ScheduleDocument[] }] => [
      `document.places.${index}`,
      place,
    ]),
  ];
  return owners.flatMap(([path, { schedules }]) =>
    schedules.flatMap((schedule, at) =>
      wrongSchedule(schedule).map(({ name, detail }) => ({
        name: `${path}.schedules.${at}.${name}`,
        detail,
      })),
    ),
  );
}

function wrongSchedule(schedule: ScheduleDocument): ProblemField[] {
  const { opens_at, closes_at } = schedule;
  const wrong = schedule.special_days ? wrongSpecialDays(schedule) : wrongWeek(schedule);
  if (opens_at !== null && closes_at !== null && opens_at >= closes_at) {
    const detail =
      'It closes after it opens. Hours over midnight are two: until 24:00, from 00:00.';
    wrong.push({ name: 'closes_at', detail });
  }
  return wrong;
}

function wrongWeek({ byday, opens_at, closes_at }: ScheduleDocument): ProblemField[] {
  const values = { byday, opens_at, closes_at };
  return Object.entries(values)
    .filter(([, value]) => value === null)
    .map(([name]) => ({ name, detail: 'Hours of every week have days and times.' }));
}

function wrongSpecialDays(schedule: ScheduleDocument): ProblemField[] {
  const { byday, special_days, opens_at, closes_at } = schedule;
  const wrong: ProblemField[] = [];
  if (byday !== null) {
    wrong.push({ name: 'byday', detail: 'Special days have dates instead: give null.' });
  }
  if (special_days && special_days.from > special_days.to) {
    wrong.push({ name: 'special_days.to', detail: 'The last day is not before the first.' });
  }
  if ((opens_at === null) !== (closes_at === null)) {
    const name = opens_at === null ? 'opens_at' : 'closes_at';
    wrong.push({ name, detail: 'Give both times, or neither: it is closed then.' });
  }
  return wrong;
}
