using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Understanding;

namespace OneVisit.Conversation.Resident;

/// <summary>Life or limb: answered before anything else, at every stage, in the language it was said in. Nothing that was told is lost by it.</summary>
internal static class Urgent
{
    public static bool Hear(Turn turn, Reply reply)
    {
        if (turn.World.Reception?.EmergencyIn(reply.Text) is not { } emergency) return false;
        var language = LanguageGuess.Of(reply.Plain, isOpening: true) ?? turn.State.Language;
        turn.State = turn.State with { Misses = 0 };
        turn.Say(Words(emergency, Phrasebook.Of(language)));
        return true;
    }

    // No buttons: nothing here may draw the hand away from the phone.
    private static string Words(Emergency emergency, Phrasebook book) => string.Join(
        "\n\n",
        [
            book.NameOr("emergency", emergency.Kind),
            string.Join('\n', emergency.Calls.Select(call => "- " + book[Phrase.PhoneLine, call.Phone, Markdown.Escape(call.Who.In(book.Language))])),
            book[Phrase.EmergencyAfter],
        ]);
}
