using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Services;

namespace OneVisit.Conversation.Staff;

/// <summary>One turn of a desk being made.</summary>
/// <param name="papers">Where staff open papers; <c>null</c>: they are only counted.</param>
/// <param name="service">Names the papers; <c>null</c>: their codes have to do.</param>
internal sealed class DeskTurn(StaffState state, Uri? papers, Service? service)
{
    private readonly ImmutableArray<Say>.Builder says = ImmutableArray.CreateBuilder<Say>();

    public StaffState State { get; set; } = state;

    public Uri? Papers => papers;

    public Service? Service => service;

    public Phrasebook Book => Phrasebook.Of(State.Language);

    public Effect? Effect { get; set; }

    public Choice MyTasks => new(Book[Phrase.ChoiceMyTasks], DeskTalk.TasksValue);

    public void Say(string text, params ImmutableArray<Choice> choices) => says.Add(new Say.Words(text, choices));

    /// <param name="inPlace">Update the card that is there; otherwise a new one goes to the end.</param>
    public void Show(TaskView task, bool inPlace) => says.Add(CardOf(Book, task, papers, inPlace));

    public static Say.Card CardOf(Phrasebook book, TaskView task, Uri? papers, bool inPlace) => new(
        TaskCard.Of(book, task, papers), task.Result is null ? TaskCard.Fallback(book, task) : ClosedTaskCard.Spoken(book, task), (task.CaseId, task.TaskId), inPlace);

    public void Show(Say.Card card) => says.Add(card);

    public Step<StaffState> End() => new(State, says.ToImmutable(), Effect);
}
