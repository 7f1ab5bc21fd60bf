export { replaceAccounts, replaceEmails, replacePhones } from './repository.ts';
