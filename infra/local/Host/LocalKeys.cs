using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using OneVisit.Local.Azurite;

namespace OneVisit.Local.Host;

/// <summary>The secrets of this machine's city, made once and kept in a file only its owner can read. A real city has a key vault.</summary>
/// <param name="Lookup">By which the back office finds a person again.</param>
/// <param name="Proof">The first with which it signs what residents have proven.</param>
/// <param name="Participant">By which the bot names who speaks on a channel.</param>
/// <param name="Sharing">By which back office and sharing platform know each other.</param>
/// <param name="Chat">Signs the names of staff in the chat.</param>
/// <param name="DurableTask">The system key <c>durabletask_extension</c>: <c>code</c> of the durable management API.</param>
public sealed record LocalKeys(string FrontDoor, string Sealing, string Lookup, string DirectLineSecret, string DirectLineStore, string BotPassword, string DurableTask, string Sharing, string Chat, string Proof, string Participant)
{
    /// <summary>Stable name of the local bot; any GUID will do.</summary>
    public const string BotAppId = "5f1c6f0e-3b0a-4b52-9a55-0f6f3f1d2c11";

    /// <exception cref="LocalSetupException">Others may read the file.</exception>
    public static LocalKeys LoadOrCreate(string folder)
    {
        var file = Path.Combine(folder, "keys.json");
        if (!OperatingSystem.IsWindows() && File.Exists(file) && (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
            throw new LocalSetupException($"Others than its owner may read {file}: chmod 600.");
        var keys = File.Exists(file)
            ? JsonSerializer.Deserialize<LocalKeys>(File.ReadAllText(file))!
            : new LocalKeys(Random(), Random(), Random(), Random(), Random(), Random(), DurableTask: null!, Sharing: null!, Chat: null!, Proof: null!, Participant: Random());
        // A city that was opened before there was a key gets it now. That of the durable API is typed into addresses: no character of it needs escaping.
        if (keys is { DurableTask: not null, Sharing: not null, Chat: not null, Proof: not null, Participant: not null }) return keys;
        keys = keys with
        {
            DurableTask = keys.DurableTask ?? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)), Sharing = keys.Sharing ?? Random(), Chat = keys.Chat ?? Random(), Proof = keys.Proof ?? Random(),
            // Whose a case is stands in its journal, under a name that was made with the key for looking up.
            Participant = keys.Participant ?? keys.Lookup,
        };
        var draft = file + ".new";
        using (var stream = new FileStream(draft, OwnerOnly())) JsonSerializer.Serialize(stream, keys);
        File.Move(draft, file, overwrite: true);
        return keys;
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static string Random() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
