import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { problemOf } from '../../../ui/form/problem.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useForecastAll } from '../api.ts';

/** Makes the forecasts of all committed projects anew; the lists follow as each is done. */
export function ForecastAllPanel() {
  const start = useForecastAll();
  const onClick = async () => {
    try {
      const { queued } = await start.mutateAsync({ body: {} });
      const projects = formatCount(queued, { one: 'project', many: 'projects' });
      notifyDone({ message: `Forecasts of ${projects} are being made` });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Button
      variant="default"
      leftSection={<IconRefresh size={16} />}
      loading={start.isPending}
      onClick={() => void onClick()}
    >
      Forecast all
    </Button>
  );
}
