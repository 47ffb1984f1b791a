/** What is known of a delivery that has not gone out yet: it is brought as another parcel, whatever was proven before. */
export const NOT_YET_SENT = {
  ...{ receivedAt: null, receiptId: null, receiptSignature: null, verifiedAt: null },
  ...{ batchId: null, feedNumber: null, attempts: 0, lastFailure: null },
} as const;
