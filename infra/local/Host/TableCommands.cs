using System.IO.Compression;
using OneVisit.Local.Azurite;
using OneVisit.Storage;

namespace OneVisit.Local.Host;

/// <summary>Copies of all tables in a folder, a packed file each, and tables filled again from them: of a city of this machine, or of an account in Azure into which who calls is let.</summary>
internal static class TableCommands
{
    public const string Copy = "copy-tables";
    public const string Fill = "fill-tables";

    private const string Ending = ".jsonl.gz";

    /// <returns>0 when it was done, 1 when not.</returns>
    /// <exception cref="LocalSetupException">An option nobody knows, or no storage to be had.</exception>
    public static async Task<int> RunAsync(string command, IReadOnlyList<string> arguments, TextWriter output, CancellationToken ct = default)
    {
        var (folder, account, suffix, others) = Parse(command, arguments);
        await using var local = account is null ? await CityStorage.OpenAsync(CityOptions.Parse(others), output, ct) : null;
        var copies = new TableCopies(local?.Account ?? new OneVisitStorage(new StorageOptions { AccountName = account, EndpointSuffix = suffix }));
        try
        {
            foreach (var table in copies.Tables)
                output.WriteLine($"{table}: {(command == Copy ? await CopyAsync(copies, table, folder, ct) : await FillAsync(copies, table, folder, ct))} rows");
            return 0;
        }
        catch (Exception trouble) when (trouble is InvalidOperationException or InvalidDataException or StorageUnavailableException or IOException)
        {
            output.WriteLine(trouble.Message);
            return 1;
        }
    }

    // Under its name only when it is whole.
    private static async Task<int> CopyAsync(TableCopies copies, string table, string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var (draft, file) = (Path.Combine(folder, table + ".draft"), Path.Combine(folder, table + Ending));
        int rows;
        await using (var packed = new StreamWriter(new GZipStream(File.Create(draft), CompressionLevel.Optimal)))
            rows = await copies.WriteAsync(table, packed, ct);
        File.Move(draft, file, overwrite: true);
        return rows;
    }

    private static async Task<int> FillAsync(TableCopies copies, string table, string folder, CancellationToken ct)
    {
        using var packed = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, table + Ending)), CompressionMode.Decompress));
        return await copies.FillAsync(table, packed, ct);
    }

    private static (string Folder, string? Account, string Suffix, List<string> Others) Parse(string command, IReadOnlyList<string> arguments)
    {
        var (folder, account, suffix, others) = ((string?)null, (string?)null, StorageOptions.PublicCloud, new List<string>());
        for (var i = 0; i < arguments.Count; i++)
        {
            string Value() => ++i < arguments.Count ? arguments[i] : throw new LocalSetupException($"The option {arguments[i - 1]} needs a value. --help shows how.");
            switch (arguments[i])
            {
                case "--account": account = Value(); break;
                case "--suffix": suffix = Value(); break;
                case ['-', ..] option: others.AddRange([option, Value()]); break;
                default: folder = folder is null ? arguments[i] : throw new LocalSetupException($"{command} takes one folder."); break;
            }
        }
        return (folder ?? throw new LocalSetupException($"{command} needs a folder. --help shows how."), account, suffix, others);
    }
}
