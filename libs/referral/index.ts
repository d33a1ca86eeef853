export { bundledStreams, readReferralFile, reviewState, type ReferralFile } from './file';
export { referralReport } from './report';
