namespace OneVisit.Storage;

/// <summary>What things are called in the account.</summary>
internal static class Names
{
    public const string Journal = "Journal";
    public const string Cases = "Cases";
    public const string Work = "Work";
    public const string Index = "Index";
    public const string Directory = "Directory";
    public const string Cards = "Cards";
    public const string Conversations = "Conversations";
    public const string Seen = "Seen";
    public const string Matters = "Matters";
    public const string Oversight = "Oversight";
    public const string Board = "Board";
    public const string Register = "Register";
    public const string Sharing = "Sharing";
    public const string Statistics = "Statistics";
    public const string Documents = "documents";
    public const string Bot = "bot";
    public const string Catalogue = "catalogue";
    public const string Editions = "directory";
    public const string Audit = "audit";
    public const string Notices = "notices";
    public const string Poison = Notices + PoisonEnding;
    public const string PoisonEnding = "-poison";
}

/// <summary>What a program makes, and may use; beside it, the bot reads <see cref="Names.Catalogue"/> and <see cref="Names.Editions"/>.</summary>
internal sealed record Share(string[] Tables, string[] Containers, string[] Queues)
{
    public static readonly Share BackOffice = new(
        [Names.Directory, Names.Journal, Names.Cases, Names.Work, Names.Index, Names.Matters, Names.Oversight, Names.Board, Names.Register, Names.Sharing, Names.Statistics],
        [Names.Documents, Names.Catalogue, Names.Editions, Names.Audit],
        [Names.Notices]);

    public static readonly Share Bot = new([Names.Conversations, Names.Cards, Names.Seen], [Names.Bot], [Names.Notices, Names.Poison]);

    public static readonly Share All = new([.. BackOffice.Tables, .. Bot.Tables], [.. BackOffice.Containers, .. Bot.Containers], Bot.Queues);

    public static Share Of(StorageShare share) => share switch { StorageShare.BackOffice => BackOffice, StorageShare.Bot => Bot, _ => All };
}
