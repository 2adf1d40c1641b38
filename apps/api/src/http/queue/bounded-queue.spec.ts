import { BoundedQueue, QueueFullError } from './bounded-queue.ts';

it('runs so much at once, lets so much wait, and refuses the rest at once', async () => {
  const queue = new BoundedQueue({ running: 2, waiting: 3 });
  const begun: number[] = [];
  let open = (): void => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const work = (number: number) => async () => {
    begun.push(number);
    await gate;
    return number;
  };
  expect(queue.isIdle).toBe(true);
  const accepted = [1, 2, 3, 4, 5].map((number) => queue.run(work(number)));
  await expect(queue.run(work(6))).rejects.toBeInstanceOf(QueueFullError);
  expect([begun, queue.isIdle]).toEqual([[1, 2], false]);
  open();
  expect(await Promise.all(accepted)).toEqual([1, 2, 3, 4, 5]);
  expect(await queue.run(work(7))).toBe(7);
  expect(begun).toEqual([1, 2, 3, 4, 5, 7]);
});
