using Microsoft.Extensions.Logging;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Retention;
using OneVisit.Storage;

namespace OneVisit.Functions.Retention;

/// <summary>What belongs to no case and is over: uploads of applications never sent, one-time codes, records of look-ups.</summary>
public sealed class Leftovers(DocumentStore documents, OneTimeCodes codes, SharingBook sharing, TimeProvider clock, ILogger<Leftovers> logger)
{
    private const int MostOfAKind = 2_000;

    public Task EraseAsync(RetentionPlan plan, CancellationToken cancellation) => EraseAsync(plan, BeijingTime.DayOf(TimeProvider.System.GetUtcNow()), cancellation);

    /// <param name="stored">Today as the store dates what it keeps, whatever day the office's clock shows.</param>
    internal async Task EraseAsync(RetentionPlan plan, DateOnly stored, CancellationToken cancellation)
    {
        var (drafts, typed, lookUps) = (0, 0, 0);
        if (plan.ErasedBefore(DataClass.Draft, stored) is { } unsent)
            drafts = await documents.EraseDraftsAsync(BeijingTime.StartOf(unsent), MostOfAKind, cancellation);
        if (plan.ErasedBefore(DataClass.OneTimeCode, stored) is { } old)
            typed = await codes.EraseAsync(BeijingTime.StartOf(old), MostOfAKind, cancellation);
        if (plan.ErasedBefore(DataClass.LookUp, clock.Today()) is { } asked)
            lookUps = await sharing.EraseAsync(asked, MostOfAKind, cancellation);
        logger.LogInformation("{Drafts} unsent papers, {Codes} codes and {LookUps} records of look-ups were erased", drafts, typed, lookUps);
    }
}
