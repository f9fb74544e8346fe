using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Supervision;

/// <summary>A review, a remedy or a complaint, as its journal tells it. Never stored: <see cref="Of"/> folds it anew.</summary>
public sealed record Matter
{
    public int Version { get; private init; }

    public required string MatterId { get; init; }

    public required MatterSubject Subject { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>What its sealed values open with, as it lies beside the journal; <c>null</c>: there is none.</summary>
    public JournalKey? Key { get; init; }

    /// <summary>In the order they opened.</summary>
    public ImmutableArray<MatterStep> Steps { get; private init; } = [];

    public DateTimeOffset? ClosedAt { get; private init; }

    public bool IsClosed => ClosedAt is not null;

    public IEnumerable<MatterStep> OpenSteps => Steps.Where(step => step.IsOpen);

    public MatterStep? Step(string taskId) => Steps.FirstOrDefault(step => step.TaskId == taskId);

    /// <summary>The latest act of a kind; <c>null</c>: there was none.</summary>
    public MatterCompletion? Last<T>()
        where T : MatterAct => Steps.LastOrDefault(step => step.Done?.Act is T)?.Done;

    /// <summary>Steps of a kind that were opened so far.</summary>
    public int Rounds(StepKind kind) => Steps.Count(step => step.Kind == kind);

    /// <summary>The next instant at which the clock itself has something to do; <c>null</c> when only people do.</summary>
    public DateTimeOffset? NextAlarm => OpenSteps.SelectMany(step => new[] { step.RemindAt, step.EscalateAt }).Min();

    /// <exception cref="InvalidDataException">The journal does not begin with <see cref="MatterOpened"/>.</exception>
    public static Matter Of(IEnumerable<SupervisionEntry> entries)
    {
        Matter? current = null;
        foreach (var entry in entries)
            current = (current is null ? Begin(entry) : current.Apply(entry)) with { Version = entry.Sequence };
        return current ?? throw new InvalidDataException("An empty journal is no matter.");
    }

    private static Matter Begin(SupervisionEntry first) => first.Event is MatterOpened opened
        ? new Matter { MatterId = opened.MatterId, Subject = opened.Subject, OpenedAt = first.At }
        : throw new InvalidDataException($"A matter begins with its opening, not with {first.Event.Type}.");

    private Matter Apply(SupervisionEntry entry) => entry.Event switch
    {
        StepOpened e => this with { Steps = Steps.Add(Opened(e, entry.At)) },
        StepDone e => Changing(e.TaskId, step => step with { Done = new MatterCompletion(e.Act, entry.Actor, entry.At) }),
        StepReminded e => Changing(e.TaskId, step => step with { RemindedAt = entry.At }),
        StepEscalated e => Changing(e.TaskId, step => step with { EscalatedAt = entry.At }),
        MatterClosed => this with { ClosedAt = entry.At },
        MatterErased => this,
        _ => throw new InvalidDataException($"{entry.Event.Type} cannot happen to a matter that exists."),
    };

    private Matter Changing(string taskId, Func<MatterStep, MatterStep> change)
    {
        var step = Step(taskId) ?? throw new InvalidDataException($"No step {taskId} was opened in {MatterId}.");
        return this with { Steps = Steps.Replace(step, change(step)) };
    }

    private static MatterStep Opened(StepOpened e, DateTimeOffset at) => new(
        e.TaskId, e.Kind, e.Role, e.Office, e.NotBy, at, e.DueIsProvisional ? new DueDate.Provisional(e.DueOn) : new DueDate.Fixed(e.DueOn), e.YellowAt, e.RedAt);
}
