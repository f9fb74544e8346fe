using Microsoft.Extensions.Logging;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Retention;
using OneVisit.Storage;

namespace OneVisit.Functions.Retention;

/// <summary>What belongs to no case and is over: uploads of applications never sent, one-time codes, records of look-ups.</summary>
public sealed class Leftovers(DocumentStore documents, OneTimeCodes codes, SharingBook sharing, TimeProvider clock, ILogger<Leftovers> logger)
{
    private const int MostOfAKind = 2_000;

    public async Task EraseAsync(RetentionPlan plan, CancellationToken cancellation)
    {
        var today = clock.Today();
        var (drafts, typed, lookUps) = (0, 0, 0);
        if (plan.ErasedBefore(DataClass.Draft, today) is { } unsent)
            drafts = await documents.EraseDraftsAsync(BeijingTime.StartOf(unsent), MostOfAKind, cancellation);
        if (plan.ErasedBefore(DataClass.OneTimeCode, today) is { } old)
            typed = await codes.EraseAsync(BeijingTime.StartOf(old), MostOfAKind, cancellation);
        if (plan.ErasedBefore(DataClass.LookUp, today) is { } asked)
            lookUps = await sharing.EraseAsync(asked, MostOfAKind, cancellation);
        logger.LogInformation("{Drafts} unsent papers, {Codes} codes and {LookUps} records of look-ups were erased", drafts, typed, lookUps);
    }
}
