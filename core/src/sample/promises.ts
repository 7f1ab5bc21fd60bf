/** What the clients of the sample were told of running projects, what slips, and what was decided. */
export const samplePromises = {
  /** Milestones were told in a meeting so many days ago. */
  toldDaysAgo: 21,
  /** The nearest milestone was planned later since, by so many days; the second one too. */
  slipsByDays: [9, 6],
  decisions: [
    {
      daysAgo: 12,
      title: 'Start with one site, then roll out to the others',
      rationale:
        'One site shows within three weeks what has to change. All at once would have saved two weeks on paper and put every site at risk.',
      options: [
        { name: 'One site first', note: 'Two weeks later in all, far less risk.', isChosen: true },
        { name: 'All sites at once', note: 'Earlier, without a way back.', isChosen: false },
      ],
      isShown: true,
    },
    {
      daysAgo: 4,
      title: 'Training by our own people',
      rationale:
        'The vendor had no dates before the summer, and our consultants know the processes.',
      options: [
        { name: 'Our consultants', note: '', isChosen: true },
        { name: 'The vendor', note: 'Not before August.', isChosen: false },
      ],
      isShown: false,
    },
  ],
} as const;
