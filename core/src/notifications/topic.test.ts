import { expect, test } from 'vitest';
import { firmTopics, isClientTopic, topicChoices, usualChoice } from './topic.ts';

test('what nobody chose goes the usual way: in the app, and by mail at once where somebody waits (U24)', () => {
  expect(usualChoice('mention')).toEqual({ topic: 'mention', inApp: true, mail: 'at-once' });
  expect(usualChoice('due')).toEqual({ topic: 'due', inApp: true, mail: 'daily' });
  expect(usualChoice('client-duty').mail).toBe('at-once');
});

test('a choice stands for its topic alone, in the order of the topics (U24)', () => {
  const choices = topicChoices(firmTopics, [{ topic: 'due', inApp: false, mail: 'off' }]);
  expect(choices.map(({ topic }) => topic)).toEqual([...firmTopics]);
  expect(choices.filter(({ inApp }) => !inApp).map(({ topic }) => topic)).toEqual(['due']);
});

test('topics of clients are told apart from those of the firm', () => {
  expect(isClientTopic('client-duty')).toBe(true);
  expect(isClientTopic('client')).toBe(false);
});
