using Microsoft.Extensions.Logging;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Retention;
using OneVisit.Storage;

namespace OneVisit.Functions.Retention;

/// <summary>What belongs to no case and is over: uploads of applications never sent, one-time codes, counts of uploads, records of look-ups, numbers of public notices.</summary>
public sealed class Leftovers(DocumentStore documents, QuarantineStore quarantine, OneTimeCodes codes, UploadBook uploads, SharingBook sharing, NoticeBoard board, TimeProvider clock, ILogger<Leftovers> logger)
{
    private const int MostOfAKind = 2_000;

    public Task EraseAsync(RetentionPlan plan, CancellationToken cancellation) => EraseAsync(plan, BeijingTime.DayOf(TimeProvider.System.GetUtcNow()), cancellation);

    /// <param name="stored">Today as the store dates what it keeps, whatever day the office's clock shows.</param>
    internal async Task EraseAsync(RetentionPlan plan, DateOnly stored, CancellationToken cancellation)
    {
        var (drafts, typed, counts, lookUps, notices) = (0, 0, 0, 0, 0);
        if (plan.ErasedBefore(DataClass.Draft, stored) is { } unsent)
        {
            // What waits first: released in between, it is a young draft, whose turn comes.
            drafts = await quarantine.EraseDraftsAsync(BeijingTime.StartOf(unsent), MostOfAKind, cancellation);
            drafts += await documents.EraseDraftsAsync(BeijingTime.StartOf(unsent), MostOfAKind, cancellation);
        }
        if (plan.ErasedBefore(DataClass.OneTimeCode, stored) is { } old)
        {
            typed = await codes.EraseAsync(BeijingTime.StartOf(old), MostOfAKind, cancellation);
            counts = await uploads.EraseAsync(BeijingTime.StartOf(old), MostOfAKind, cancellation);
        }
        if (plan.ErasedBefore(DataClass.LookUp, clock.Today()) is { } asked)
            lookUps = await sharing.EraseAsync(asked, MostOfAKind, cancellation);
        if (plan.ErasedBefore(DataClass.PublicNotice, clock.Today()) is { } ended)
            notices = await board.EraseAsync(ended, plan.ErasedBefore(DataClass.PublicNotice, stored) ?? ended, MostOfAKind, cancellation);
        logger.LogInformation(
            "{Drafts} unsent papers, {Codes} codes, {Counts} counts of uploads, {LookUps} records of look-ups and {Notices} numbers of notices were erased", drafts, typed, counts, lookUps, notices);
    }
}
