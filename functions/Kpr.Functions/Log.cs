using Kpr.Core.Catalogue;
using Kpr.Functions.Applications.Notices;
using Kpr.Functions.Extracts;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions;

/// <summary>Everything the app logs. Ids, counts and fixed texts only: never content, never a name from outside.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Information, "File {File}: claimed.")]
    public static partial void FileClaimed(ILogger log, string file);

    [LoggerMessage(1002, LogLevel.Debug, "File {File}: claimed before.")]
    public static partial void FileClaimedBefore(ILogger log, string file);

    [LoggerMessage(1003, LogLevel.Warning, "File {File}: taken over, its receiver stopped.")]
    public static partial void FileTakenOver(ILogger log, string file);

    [LoggerMessage(1004, LogLevel.Warning, "File {File}: refused, {Reason}. Nobody can be answered.")]
    public static partial void FileRefused(ILogger log, string file, string reason);

    [LoggerMessage(1005, LogLevel.Information, "File {File}: {Bytes} bytes read, {Records} records in {Chunks} chunks.")]
    public static partial void FileRead(ILogger log, string file, long bytes, long records, int chunks);

    [LoggerMessage(1006, LogLevel.Information, "File {File}, chunk {Chunk}: {Records} records judged, {Findings} findings.")]
    public static partial void ChunkJudged(ILogger log, string file, int chunk, int records, long findings);

    [LoggerMessage(1007, LogLevel.Information, "File {File}: {Status}. Read {Read}, accepted {Accepted}, rejected {Rejected}, duplicates {Duplicates}.")]
    public static partial void FileCompleted(ILogger log, string file, string status, long read, long accepted, long rejected, long duplicates);

    [LoggerMessage(1008, LogLevel.Information, "File {File}: the same as {First}, answered with its receipt.")]
    public static partial void FileRepeated(ILogger log, string file, string first);

    [LoggerMessage(1009, LogLevel.Information, "File {File}: waits for {First}, which is the same.")]
    public static partial void WaitsForFirst(ILogger log, string file, string first);

    [LoggerMessage(1010, LogLevel.Warning, "File {File}: no longer in the inbox as it was received.")]
    public static partial void FileOverwritten(ILogger log, string file);

    [LoggerMessage(1011, LogLevel.Error, "File {File}: not in the ledger.")]
    public static partial void FileUnknown(ILogger log, string file);

    [LoggerMessage(1012, LogLevel.Warning, "File {File}: driven on from {State} through {Queue}.")]
    public static partial void FileDrivenOn(ILogger log, string file, string state, string queue);

    [LoggerMessage(1013, LogLevel.Information, "Sweep: {Files} files driven on.")]
    public static partial void Swept(ILogger log, int files);

    [LoggerMessage(1014, LogLevel.Information, "Inbox reconciled: {Files} files told of again.")]
    public static partial void Reconciled(ILogger log, int files);

    [LoggerMessage(1015, LogLevel.Error, "Dead letter on {Queue}: message {Message}, {Reason}, after {Deliveries} deliveries.")]
    public static partial void DeadLetter(ILogger log, string queue, string message, string reason, int deliveries);

    [LoggerMessage(1016, LogLevel.Error, "Message {Message} on {Queue} cannot be read; it becomes a dead letter.")]
    public static partial void MessageMalformed(ILogger log, string queue, string message);

    [LoggerMessage(1017, LogLevel.Debug, "Event {Message}: tells of nothing that is taken in.")]
    public static partial void EventIgnored(ILogger log, string message);

    [LoggerMessage(1018, LogLevel.Warning, "File {File}: taken over by another receiver.")]
    public static partial void LeaseLost(ILogger log, string file);

    [LoggerMessage(1019, LogLevel.Error, "File {File}: driven on {Sweeps} times without getting done; it waits for a replay.")]
    public static partial void FileGivenUp(ILogger log, string file, int sweeps);

    [LoggerMessage(1020, LogLevel.Debug, "A blob was gone before it could be claimed.")]
    public static partial void BlobGone(ILogger log);

    [LoggerMessage(1021, LogLevel.Warning, "Message {Message} on {Queue}: put off for the {Times}. time, by {Delay}: {Why}.")]
    public static partial void PutOff(ILogger log, string queue, string message, int times, TimeSpan delay, string why);

    [LoggerMessage(1022, LogLevel.Warning, "File {File}: its dead letter is not noted, {Why}. The sweeper drives the file on.")]
    public static partial void DeadLetterNotNoted(ILogger log, string file, string why);

    [LoggerMessage(1023, LogLevel.Warning, "Message {Message} on {Queue}: cannot be put off, {Why}; it comes again when its lock runs out.")]
    public static partial void LeftToItsLock(ILogger log, string queue, string message, string why);

    [LoggerMessage(1041, LogLevel.Information, "File {File}: judged again, since {Files} others took their places in the history of {Scope} meanwhile.")]
    public static partial void JudgedAgain(ILogger log, string file, int files, string scope);

    [LoggerMessage(1042, LogLevel.Information, "Memory of {Scope}: {Runs} runs merged into one of {Facts} facts.")]
    public static partial void RunsMerged(ILogger log, string scope, int runs, long facts);

    [LoggerMessage(1043, LogLevel.Information, "Memory of {Scope}: {Facts} facts of {Runs} runs forgotten.")]
    public static partial void FactsForgotten(ILogger log, string scope, long facts, int runs);

    [LoggerMessage(1061, LogLevel.Error, "The reporting calendar among reference data is malformed; the program's own is used.")]
    public static partial void CalendarMalformed(ILogger log);

    [LoggerMessage(1091, LogLevel.Error, "Message {Message} on {Queue}: Key Vault refuses the app. The role Key Vault Crypto User is missing or has not spread, the network rules leave the app out, or the key is disabled.")]
    public static partial void VaultRefused(ILogger log, string message, string queue);

    [LoggerMessage(1024, LogLevel.Debug, "File {File}: belongs to a delivery that is not complete yet.")]
    public static partial void DeliveryIncomplete(ILogger log, string file);

    [LoggerMessage(1044, LogLevel.Information, "File {File}: held, the other shipment of its report has not come.")]
    public static partial void ReportHeld(ILogger log, string file);

    [LoggerMessage(1045, LogLevel.Information, "File {File}: its sender is reminded, it has been held for {Days} days.")]
    public static partial void ReportReminded(ILogger log, string file, int days);

    [LoggerMessage(1047, LogLevel.Warning, "File {File}: held for review, too much of it is rejected.")]
    public static partial void HeldForReview(ILogger log, string file);

    [LoggerMessage(1048, LogLevel.Information, "File {File}: {Decision} after review.")]
    public static partial void Reviewed(ILogger log, string file, string decision);

    [LoggerMessage(1046, LogLevel.Information, "Annual reports that are held: {Senders} senders reminded.")]
    public static partial void Reminded(ILogger log, int senders);
    [LoggerMessage(1201, LogLevel.Warning, "Outbox entry {Entry}: not delivered, {Why}. The sweep comes to it.")]
    public static partial void OutboxDelayed(ILogger log, string entry, string why);

    [LoggerMessage(1202, LogLevel.Information, "Sweep of outboxes: {Entries} entries delivered.")]
    public static partial void OutboxSwept(ILogger log, int entries);

    [LoggerMessage(1049, LogLevel.Warning, "Delivery {Delivery}: judged again by the rules of today; {Taken} records came in, {Dropped} went out.")]
    public static partial void JudgedByToday(ILogger log, string delivery, int taken, int dropped);

    [LoggerMessage(1060, LogLevel.Information, "{Reminders} reminders noted to senders that have not delivered.")]
    public static partial void SendersReminded(ILogger log, int reminders);

    [LoggerMessage(1101, LogLevel.Information, "Reference data {Version}: loaded, in force from {ValidFrom}.")]
    public static partial void ReferenceLoaded(ILogger log, string version, DateOnly validFrom);

    [LoggerMessage(1102, LogLevel.Warning, "Reference data {Version}: without {Missing}; the rules that need them are not judged.")]
    public static partial void ReferenceLacks(ILogger log, string version, OptionalCatalogues missing);

    [LoggerMessage(1103, LogLevel.Error, "Reference data refused: {Faults} faults, the first in {Table} line {Line}. The set in use stays.")]
    public static partial void ReferenceRefused(ILogger log, int faults, string table, int line);

    [LoggerMessage(1402, LogLevel.Information, "Decisions about persons: {Rows} rows, {Lines} lines of identity and {Things} kept copies were taken out or changed.")]
    public static partial void DecisionsApplied(ILogger log, long rows, long lines, long things);

    [LoggerMessage(1301, LogLevel.Information, "{Sent} notices went out.")]
    public static partial void NoticesSent(ILogger log, int sent);

    [LoggerMessage(1302, LogLevel.Warning, "Case {Case}, event {Sequence}: its notice by {Channel} failed, try {Tries}: {Reason}.")]
    public static partial void NoticeFailed(ILogger log, string @case, long sequence, NoticeChannel channel, int tries, string reason);

    [LoggerMessage(1303, LogLevel.Error, "Case {Case}, event {Sequence}: its notice by {Channel} was given up after {Tries} tries: {Reason}. It waits among the dead notices.")]
    public static partial void NoticeGivenUp(ILogger log, string @case, long sequence, NoticeChannel channel, int tries, string reason);

    [LoggerMessage(1304, LogLevel.Warning, "Case {Case}, event {Sequence}: the case did not take the proof of its notice, refusal {Refusal}.")]
    public static partial void ProofNotTaken(ILogger log, string @case, long sequence, int refusal);

    [LoggerMessage(1305, LogLevel.Information, "Case {Case}: the system's {Command} was refused, {Refusal}.")]
    public static partial void DutyRefused(ILogger log, string @case, string command, int refusal);

    [LoggerMessage(1306, LogLevel.Information, "{Cases} open cases were looked at.")]
    public static partial void CasesReconciled(ILogger log, int cases);

    [LoggerMessage(1401, LogLevel.Information, "Keys: version {Version} seals everything now; {Things} things were sealed anew, {Damaged} cannot be opened.")]
    public static partial void KeysRotated(ILogger log, int version, long things, int damaged);

    [LoggerMessage(1505, LogLevel.Information, "{Cases} cases that wait for a bill were looked at; {Missed} could not be for an outage.")]
    public static partial void BillsReconciled(ILogger log, int cases, int missed);

    [LoggerMessage(1502, LogLevel.Warning, "Case {Case}, basis {Basis}: cannot be billed by {Biller} yet, refusal {Refusal}.")]
    public static partial void BasisHeld(ILogger log, string @case, string basis, string biller, int refusal);

    [LoggerMessage(1503, LogLevel.Error, "Case {Case}, bill {Bill} of {Biller}: cannot be issued, refusal {Refusal}.")]
    public static partial void BillHeld(ILogger log, string @case, string bill, string biller, int refusal);

    [LoggerMessage(1504, LogLevel.Warning, "Case {Case}, basis {Basis}: the case did not take that it was billed, refusal {Refusal}.")]
    public static partial void BillNotTaken(ILogger log, string @case, string basis, int refusal);

    [LoggerMessage(1501, LogLevel.Information, "Sweep of bills: {Bills} sent.")]
    public static partial void BillsSwept(ILogger log, int bills);

    [LoggerMessage(1720, LogLevel.Information, "Case {Case}: extract {Extract} is finished, and waits for its check.")]
    public static partial void ExtractTaken(ILogger log, string @case, string extract);

    [LoggerMessage(1721, LogLevel.Warning, "Case {Case}: the case did not take extract {Extract}, refusal {Refusal}.")]
    public static partial void ExtractNotTaken(ILogger log, string @case, string extract, int refusal);

    [LoggerMessage(1722, LogLevel.Information, "Case {Case}: extract {Extract} is released.")]
    public static partial void ExtractReleased(ILogger log, string @case, string extract);

    [LoggerMessage(1723, LogLevel.Error, "Case {Case}: extract {Extract} is released in the case, but nobody said how. It is not delivered.")]
    public static partial void ReleaseUnknown(ILogger log, string @case, string extract);

    [LoggerMessage(1724, LogLevel.Information, "Case {Case}: extract {Extract} has ended, {Status}.")]
    public static partial void ExtractEnded(ILogger log, string @case, string extract, Extracts.ExtractStatus status);

    [LoggerMessage(1700, LogLevel.Information, "Extract {Extract}: planned, {Scans} units to find the population in, {Units} to extract.")]
    public static partial void ExtractPlanned(ILogger log, string extract, int scans, int units);

    [LoggerMessage(1701, LogLevel.Warning, "Extract {Extract}: given up, {Status}. Its state says why.")]
    public static partial void ExtractGivenUp(ILogger log, string extract, ExtractStatus status);

    [LoggerMessage(1702, LogLevel.Information, "Extract {Extract}: prepared, {Persons} persons in {Files} files. It waits for release.")]
    public static partial void ExtractPrepared(ILogger log, string extract, long persons, int files);

    [LoggerMessage(1703, LogLevel.Information, "Extract {Extract}: delivered, {Files} files.")]
    public static partial void ExtractDelivered(ILogger log, string extract, int files);

    [LoggerMessage(1704, LogLevel.Information, "Extract {Extract}: its delivery was deleted.")]
    public static partial void DeliveryDeleted(ILogger log, string extract);

    [LoggerMessage(1705, LogLevel.Information, "Project {Project}: its secret was destroyed.")]
    public static partial void SecretDestroyed(ILogger log, string project);

    [LoggerMessage(1712, LogLevel.Information, "Extract {Extract}: compared with {Before}, which was delivered before it.")]
    public static partial void ExtractCompared(ILogger log, string extract, string before);
    [LoggerMessage(1725, LogLevel.Information, "Case {Case}: batch {Batch} of serial numbers is over; its keys are deleted.")]
    public static partial void BatchEnded(ILogger logger, string @case, string batch);

    [LoggerMessage(1726, LogLevel.Information, "Case {Case}: the linked data of batch {Batch} are released, {Files} files.")]
    public static partial void LinkedDataReleased(ILogger logger, string @case, string batch, int files);

    [LoggerMessage(1727, LogLevel.Information, "Case {Case}: the linked data of batch {Batch} are deleted.")]
    public static partial void LinkedDataDeleted(ILogger logger, string @case, string batch);

    [LoggerMessage(1728, LogLevel.Warning, "Case {Case}: the linked data hold rows of {Order}, which the disclosure ledger knows no delivery of.")]
    public static partial void LinkedWithoutDelivery(ILogger logger, string @case, string order);

    [LoggerMessage(1750, LogLevel.Information, "Linkage {Batch}: keys are issued, {Persons} persons, {Files} files.")]
    public static partial void LinkageIssued(ILogger log, string batch, long persons, int files);

    [LoggerMessage(1751, LogLevel.Warning, "Linkage {Batch}: keys are given up, {Status}. Their state says why.")]
    public static partial void LinkageGivenUp(ILogger log, string batch, Linkages.LinkageStatus status);

    [LoggerMessage(1752, LogLevel.Information, "Linkage {Batch}: secret, population, key files, maps and deliveries were deleted.")]
    public static partial void LinkageDestroyed(ILogger log, string batch);

    [LoggerMessage(1740, LogLevel.Information, "Order {Table}: {Tables} tables made, {Hidden} cells hidden.")]
    public static partial void TableDone(ILogger log, string table, int tables, int hidden);

    [LoggerMessage(1741, LogLevel.Information, "Order {Table}: refused; of {Tables} tables none is given out.")]
    public static partial void TableRefused(ILogger log, string table, int tables);
}
