using System.Security.Cryptography;
using System.Text.Json;

namespace OneVisit.Local.Host;

/// <summary>The secrets of this machine's city, made once and kept in a file only its owner can read. A real city has a key vault.</summary>
public sealed record LocalKeys(string FrontDoor, string Sealing, string Lookup, string DirectLineSecret, string DirectLineStore, string BotPassword)
{
    /// <summary>Stable name of the local bot; any GUID will do.</summary>
    public const string BotAppId = "5f1c6f0e-3b0a-4b52-9a55-0f6f3f1d2c11";

    public static LocalKeys LoadOrCreate(string folder)
    {
        var file = Path.Combine(folder, "keys.json");
        if (File.Exists(file)) return JsonSerializer.Deserialize<LocalKeys>(File.ReadAllText(file))!;
        var keys = new LocalKeys(Random(), Random(), Random(), Random(), Random(), Random());
        var draft = file + ".new";
        using (var stream = new FileStream(draft, OwnerOnly())) JsonSerializer.Serialize(stream, keys);
        File.Move(draft, file);
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
