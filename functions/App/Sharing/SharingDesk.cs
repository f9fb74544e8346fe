using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Sharing;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Operations;
using OneVisit.Storage;
using Polly.Timeout;

namespace OneVisit.Functions.Sharing;

/// <summary>
/// Asks registries about one person, all at once, so that they cost what the slowest costs. Whatever was asked is written down before it is asked; what
/// failed, came too late or cannot be read is unknown, never a no.
/// </summary>
public sealed class SharingDesk(ISharingPlatform platform, SharingBook book, PersonalData personal, TimeProvider clock, ILogger<SharingDesk> logger)
{
    private static readonly Counter<long> Answers = Telemetry.Meter.CreateCounter<long>("onevisit.sharing.answers", description: "Answers of registries, by question and kind");

    public bool IsConnected => platform.IsConnected;

    /// <param name="patience">How long an answer is waited for.</param>
    /// <returns>An answer for each question.</returns>
    public async Task<ImmutableDictionary<RegistryQuestion, RegistryAnswer>> AskAsync(
        ResidentId person, IReadOnlyCollection<RegistryQuestion> questions, LookUpFor why, TimeSpan patience, CancellationToken cancellation)
    {
        var asked = questions.Distinct().Select(question => new LookUp(question, person, why)).ToArray();
        if (asked.Length == 0)
            return ImmutableDictionary<RegistryQuestion, RegistryAnswer>.Empty;
        if (!platform.IsConnected)
            return asked.ToImmutableDictionary(lookUp => lookUp.Question, RegistryAnswer (_) => Unknown(UnknownReason.NotConnected));
        var rows = RowsOf(asked, why, personal.IdHash(person).Text);
        if (!await WriteAsync(rows, cancellation))
            return asked.ToImmutableDictionary(lookUp => lookUp.Question, RegistryAnswer (_) => Unknown(UnknownReason.NotLogged));
        var answers = await Task.WhenAll(asked.Select(lookUp => AskOneAsync(lookUp, patience, cancellation)));
        await WriteAsync([.. rows.Zip(answers, Answered)], cancellation);
        return asked.Zip(answers).ToImmutableDictionary(pair => pair.First.Question, pair => pair.Second);
    }

    private async Task<RegistryAnswer> AskOneAsync(LookUp lookUp, TimeSpan patience, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        enough.CancelAfter(patience);
        RegistryAnswer answer;
        try
        {
            answer = await platform.AskAsync(lookUp, enough.Token).WaitAsync(patience, cancellation);
            // Nobody can speak of a day that has not been.
            if (answer.AsOf > clock.Today())
                answer = Unknown(UnknownReason.Unreadable);
        }
        catch (Exception trouble) when (!cancellation.IsCancellationRequested)
        {
            answer = Unknown(ReasonOf(trouble));
            // Never the message: a platform may say in it whom it was asked about.
            logger.LogWarning("{Question} was not answered: {Trouble}", lookUp.Question.Code(), trouble.GetType().Name);
        }
        Answers.Add(1, new TagList { { "question", lookUp.Question.Code() }, { "answer", answer.Kind } });
        return answer;
    }

    private static UnknownReason ReasonOf(Exception trouble) => trouble switch
    {
        TimeoutException or OperationCanceledException or TimeoutRejectedException => UnknownReason.Late,
        JsonException or FormatException or InvalidDataException => UnknownReason.Unreadable,
        HttpRequestException { StatusCode: >= System.Net.HttpStatusCode.BadRequest and < System.Net.HttpStatusCode.InternalServerError } => UnknownReason.Refused,
        _ => UnknownReason.Failed,
    };

    private RegistryAnswer.Unknown Unknown(UnknownReason reason) => new(reason, clock.Today());

    // Of one moment: they stand in one month, also when it ends just now.
    private LoggedLookUp[] RowsOf(LookUp[] asked, LookUpFor why, string personHash)
    {
        var now = clock.GetUtcNow();
        return [.. asked.Select(lookUp => new LoggedLookUp(
            Guid.NewGuid().ToString("N"), now, why.By, why.Purpose.Code(), why.About, lookUp.Question.Code(), lookUp.Question.Registry(), lookUp.Basis.ToString(), lookUp.Fields, personHash))];
    }

    // Whether, not what: that stands sealed in the journal of the case.
    private static LoggedLookUp Answered(LoggedLookUp row, RegistryAnswer answer) =>
        row with { Answer = answer.IsKnown ? LoggedLookUp.Answered : answer.Kind, Reason = (answer as RegistryAnswer.Unknown)?.Reason.Code(), AsOf = answer.AsOf };

    private async Task<bool> WriteAsync(LoggedLookUp[] rows, CancellationToken cancellation)
    {
        try
        {
            await book.WriteAsync(rows, cancellation);
            return true;
        }
        catch (StorageUnavailableException)
        {
            logger.LogWarning("{Count} look-ups could not be written down", rows.Length);
            return false;
        }
    }
}
