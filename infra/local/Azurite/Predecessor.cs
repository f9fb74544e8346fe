using System.Diagnostics;
using System.Globalization;

namespace OneVisit.Local.Azurite;

/// <summary>
/// The Azurite that worked on a folder before. When its host is killed it still writes its books and closes its ports, which takes a moment:
/// two at once would write over each other.
/// </summary>
internal static class Predecessor
{
    private const string File = "azurite.pid";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static void Note(string folder, int processId) =>
        System.IO.File.WriteAllText(Path.Combine(folder, File), processId.ToString(CultureInfo.InvariantCulture));

    /// <summary>Returns when it is gone; after a while in any case, as its number may be another program's by now.</summary>
    public static async Task GoneAsync(string folder, CancellationToken ct)
    {
        var file = Path.Combine(folder, File);
        if (!System.IO.File.Exists(file) || !int.TryParse(await System.IO.File.ReadAllTextAsync(file, ct), CultureInfo.InvariantCulture, out var id)) return;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var process = Process.GetProcessById(id);
            if (process.ProcessName == "node") await process.WaitForExitAsync(patience.Token);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException || (gone is OperationCanceledException && !ct.IsCancellationRequested))
        {
            // There is none, or it is somebody else.
        }
    }
}
