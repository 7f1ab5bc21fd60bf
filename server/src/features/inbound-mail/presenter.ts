import type { InboundMailView } from '@evenkeel/contract/inbound-mail';
import { moment, optionalMoment } from '../../platform/db/values.ts';
import type { NamedMail } from './service.ts';

export function presentMail({ mail, subject, files }: NamedMail): InboundMailView {
  return {
    id: mail.id,
    version: mail.version,
    subject,
    from: { address: mail.from_address, name: mail.from_name },
    name: mail.name,
    body: mail.body,
    state: mail.state,
    reason: mail.reason,
    sentAt: optionalMoment(mail.sent_at),
    receivedAt: moment(mail.created_at),
    files: files.map((file) => ({ id: file.id, name: file.name, byteSize: file.byte_size })),
  };
}
