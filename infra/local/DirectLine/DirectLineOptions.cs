namespace OneVisit.Local.DirectLine;

/// <summary>How this machine's Direct Line is set up. Everything but the first group has a default.</summary>
public sealed class DirectLineOptions
{
    /// <summary>What a trusted server sends as bearer to mint tokens.</summary>
    public string Secret { get; set; } = "";

    /// <summary>The bot's Microsoft app id; the audience of the tokens sent to it.</summary>
    public string BotAppId { get; set; } = "";

    public string BotAppPassword { get; set; } = "";

    /// <summary>The history file (SQLite). Its folder is created.</summary>
    public string DatabasePath { get; set; } = "";

    /// <summary>32 bytes from which all keys of this service are derived. With another key the history cannot be read.</summary>
    public byte[] EncryptionKey { get; set; } = [];

    public Uri BotUrl { get; set; } = new("http://127.0.0.1:3978/api/messages");

    /// <summary>How browsers and the bot reach this service; the base of stream, content and service URLs.</summary>
    public Uri PublicUrl { get; set; } = new("http://localhost:3978");

    /// <summary>The clock of tokens, links and timestamps. Tokens between this service and the bot follow the machine's own clock, by which the bot checks them.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>How long the bot may take for a turn before the sender is told 502.</summary>
    public TimeSpan BotTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often an idle stream carries an empty message.</summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long what was said is kept. The service forgets it after a day; here it stays unless an end is set.</summary>
    public TimeSpan? KeepActivities { get; set; }

    /// <summary>Whether the bot may change and withdraw what it said. The service's own Direct Line refuses both.</summary>
    public bool ChangesTaken { get; set; } = true;

    /// <summary>Origins of pages other than our own that may call. Empty: same origin only.</summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>The channel's service URL, as the bot sees it; ends in a slash.</summary>
    public string ServiceUrl => Root + "/connector/";

    internal string Root => PublicUrl.AbsoluteUri.TrimEnd('/');

    /// <summary>The settings by which a bot on the real Bot Framework packages trusts this channel and proves itself to it; their own credentials fetch tokens over https only.</summary>
    public IReadOnlyDictionary<string, string?> SettingsForTheBot() => new Dictionary<string, string?>
    {
        ["MicrosoftAppType"] = "MultiTenant",
        ["MicrosoftAppId"] = BotAppId,
        ["MicrosoftAppPassword"] = BotAppPassword,
        ["ToChannelFromBotLoginUrl"] = Root + "/connector",
        ["ToChannelFromBotOAuthScope"] = Root + "/connector",
        ["ToBotFromChannelTokenIssuer"] = Root + "/connector",
        ["ToBotFromChannelOpenIdMetadataUrl"] = Root + "/connector/.well-known/openidconfiguration",
    };

    internal void Check()
    {
        Require(Secret, nameof(Secret));
        Require(BotAppId, nameof(BotAppId));
        Require(BotAppPassword, nameof(BotAppPassword));
        Require(DatabasePath, nameof(DatabasePath));
        if (EncryptionKey.Length != 32) throw new InvalidOperationException($"Direct Line: {nameof(EncryptionKey)} has to be 32 bytes.");
    }

    private static void Require(string value, string name)
    {
        if (string.IsNullOrWhiteSpace(value)) throw new InvalidOperationException($"Direct Line: {name} is missing.");
    }
}
