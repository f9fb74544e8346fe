using System.Security.Cryptography;
using System.Text;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using OneVisit.Bot.Pages;

namespace OneVisit.Bot.Turns;

/// <summary>The adapter to the channels. The one place that apologises when a turn breaks.</summary>
internal sealed class BotDoor : CloudAdapter
{
    public BotDoor(BotFrameworkAuthentication authentication, ILogger<BotDoor> log, PageWords words, VisitorLanguages languages, BotSettings settings)
        : base(authentication, log)
    {
        OnTurnError = async (turn, broken) =>
        {
            // Never the words of the conversation, nor an exception's text that might quote them.
            log.LogError("A turn of conversation {Conversation} broke: {Kind} at {Place}", HashOf(turn.Activity?.Conversation?.Id), broken.GetType().FullName, PlaceOf(broken));
            await turn.SendActivityAsync(MessageFactory.Text(string.Format(null, words[languages.LanguageOf(turn.Activity), "botTrouble"], settings.HelpPhone)));
        };
    }

    private static string HashOf(string? conversation) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(conversation ?? "")))[..12];

    private static string PlaceOf(Exception broken) => new System.Diagnostics.StackTrace(broken).ToString().ReplaceLineEndings(" <").Trim();
}
