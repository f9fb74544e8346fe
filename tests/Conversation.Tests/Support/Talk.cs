using System.Collections.Immutable;
using System.Text.Json;
using OneVisit.Conversation.Resident;
using OneVisit.Conversation.Understanding;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Interview;

namespace OneVisit.Conversation.Tests.Support;

/// <summary>A conversation as a script: the resident says and presses, the bot's answers are kept. The state goes through JSON after every turn, as it does at rest.</summary>
internal sealed class Talk(DialogueWorld? world = null)
{
    private readonly ResidentDialogue dialogue = new(world ?? City.World());

    public DialogueState State { get; set; } = new();

    public List<Say> LastSays { get; } = [];

    public List<Effect> Effects { get; } = [];

    /// <summary>Answers an effect; by default everything works.</summary>
    public Func<Effect, EffectResult> BackOffice { get; set; } = Working.Answer;

    public string Last => Text(LastSays);

    public ImmutableArray<Choice> Choices => LastSays.OfType<Say.Words>().Select(words => words.Choices).LastOrDefault(choices => !choices.IsDefaultOrEmpty, []);

    public Talk Opens() => Hears(new Heard.Joined());

    public Talk Says(string text) => Hears(new Heard.Said(text));

    /// <summary>Presses the button of that title; it must be there.</summary>
    public Talk Presses(string title)
    {
        var choice = Choices.FirstOrDefault(choice => choice.Title == title);
        Assert.True(choice is not null, $"No button '{title}' among: {string.Join(" | ", Choices.Select(each => each.Title))}\n{Last}");
        return Hears(new Heard.Picked(choice.Value));
    }

    /// <summary>Answers what is asked, until there is nothing left to ask or this is asked; where nothing is said, none of it or not known.</summary>
    public Talk Answers(IReadOnlyDictionary<string, string> answers, string? until = null)
    {
        for (var asked = 0; State.Stage == Stage.Asking && State.Inquiry!.Value.Key() != until; asked++)
        {
            Assert.True(asked < 40, $"Asked too much: {Last}");
            var inquiry = State.Inquiry.Value;
            Says(answers.GetValueOrDefault(inquiry.Key()) ?? (inquiry.Checklist is null ? "不清楚" : "都没有"));
        }
        if (until is not null) Assert.Equal(until, State.Inquiry?.Key());
        return this;
    }

    /// <summary>What is known of the household, told in the story or answered.</summary>
    public Household Household => new Told { Start = State.Household.ToDomain(), Answers = State.Answers }.Household;

    public Talk PressesOld(string value) => Hears(new Heard.Picked(value));

    public Talk Sends(params string[] names) =>
        Hears(new Heard.SentFiles([.. names.Select(name => new IncomingFile(name, "image/jpeg", $"http://127.0.0.1/attachments/{name}"))]));

    public Talk IsTold(string kind, params (string Key, string Value)[] data) => Hears(new Heard.Noticed(
        new Notice(Guid.NewGuid().ToString("N"), "resident:1", kind, Working.CaseId, null, City.Now, data.ToDictionary(pair => pair.Key, pair => pair.Value))));

    public Talk Hears(Heard heard)
    {
        LastSays.Clear();
        for (Heard? next = heard; next is not null;)
        {
            var step = dialogue.Next(State, next, City.Now);
            State = JsonSerializer.Deserialize<DialogueState>(JsonSerializer.Serialize(step.State))!;
            LastSays.AddRange(step.Says);
            next = null;
            if (step.Effect is not { } effect) continue;
            Effects.Add(effect);
            next = new Heard.EffectAnswered(effect, BackOffice(effect));
        }
        return this;
    }

    /// <summary>The bot's last answer holds these words.</summary>
    public Talk Bot(params string[] fragments)
    {
        foreach (var fragment in fragments) Assert.Contains(fragment, Last, StringComparison.Ordinal);
        return this;
    }

    public Talk BotDoesNotSay(string fragment)
    {
        Assert.DoesNotContain(fragment, Last, StringComparison.Ordinal);
        return this;
    }

    private static string Text(IEnumerable<Say> says) => string.Join("\n", says.Select(say => say switch
    {
        Say.Words words => words.Text,
        Say.Card card => card.Content.ToJsonString(Wire.Json),
        _ => "",
    }));
}
