import { sharedStatuses } from '@evenkeel/contract/portal/shared';
import { callApi } from '../../../lib/api-client.ts';

/** What a link shows. Asked by POST, so that the secret stands in no address. */
export const showStatus = (token: string) => callApi(sharedStatuses.show, { body: { token } });
