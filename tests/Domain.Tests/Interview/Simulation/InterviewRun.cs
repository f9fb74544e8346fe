using System.Collections.Immutable;
using OneVisit.Domain.Interview;

namespace OneVisit.Domain.Tests.Interview.Simulation;

/// <summary>A whole interview with somebody who answers from a household.</summary>
internal sealed record InterviewRun(Told Told, Step.Finished End, ImmutableArray<Step.Ask> Asked)
{
    private const int TooMany = 120;

    public int Questions => Asked.Length;

    public static InterviewRun Of(Interviewer interviewer, Resident resident, Told? start = null)
    {
        var told = start ?? new Told();
        var asked = ImmutableArray.CreateBuilder<Step.Ask>();
        while (interviewer.Next(told) is Step.Ask ask)
        {
            asked.Add(ask);
            if (asked.Count > TooMany)
                throw new InvalidOperationException(string.Join(' ', asked.Select(step => step.Inquiry)));
            told = told.With(ask.Inquiry, resident.To(ask.Inquiry, ask.Options));
        }
        return new InterviewRun(told, (Step.Finished)interviewer.Next(told), asked.ToImmutable());
    }

    /// <summary>What was asked, as words of the plan.</summary>
    public override string ToString() => string.Join(' ', Asked.Select(step => InterviewWords.Of(step.Inquiry) + (step.Inquiry.Person is { } at ? $"/{at}" : "")));
}
