using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace OneVisit.Storage;

/// <summary>
/// Copies of tables as text, since the store keeps no earlier state of one. A line is a row: its keys, and each value with its type, as sealed as it lies there.
/// What was written while a table was copied may be in the copy or not; each row is whole.
/// </summary>
public sealed class TableCopies(OneVisitStorage storage)
{
    /// <summary>Rows that are written at the same time when a table is filled again.</summary>
    private const int AtOnce = 16;

    /// <summary>The tables of this program's share, in the order in which they are copied: journals last, so that nothing made from them is ahead of its journal.</summary>
    public IReadOnlyList<string> Tables { get; } = [.. storage.Tables.OrderBy(table => table is Names.Journal or Names.Matters)];

    /// <returns>How many rows were copied; none of a table that is not there.</returns>
    public async Task<int> WriteAsync(string table, TextWriter copy, CancellationToken cancellation = default)
    {
        var count = 0;
        try
        {
            await foreach (var row in storage.Table(table).QueryAsync<TableEntity>(cancellationToken: cancellation))
            {
                await copy.WriteLineAsync(Line(row).AsMemory(), cancellation);
                count++;
            }
        }
        catch (RequestFailedException missing) when (missing.Status == 404 && count == 0)
        {
        }
        return count;
    }

    /// <summary>Fills an empty table from its copy. Broken off, it is emptied by hand and filled from the beginning.</summary>
    /// <returns>How many rows were written.</returns>
    /// <exception cref="InvalidOperationException">The table has rows: nothing is written over what may be newer.</exception>
    /// <exception cref="InvalidDataException">A line is none of ours; the message says which. The rows before it are written.</exception>
    public async Task<int> FillAsync(string table, TextReader copy, CancellationToken cancellation = default)
    {
        var rows = storage.Table(table);
        await rows.CreateIfNotExistsAsync(cancellation);
        await foreach (var _ in rows.QueryAsync<TableEntity>(maxPerPage: 1, select: [nameof(TableEntity.PartitionKey)], cancellationToken: cancellation))
            throw new InvalidOperationException($"Table {table} has rows already.");
        var count = 0;
        await Parallel.ForEachAsync(LinesAsync(copy), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (line, stop) =>
        {
            await rows.UpsertEntityAsync(Row(line.Text, line.Number), TableUpdateMode.Replace, stop);
            Interlocked.Increment(ref count);
        });
        return count;
    }

    private static async IAsyncEnumerable<(string Text, int Number)> LinesAsync(TextReader copy)
    {
        for (var number = 1; await copy.ReadLineAsync() is { } text; number++)
            yield return (text, number);
    }

    private static string Line(TableEntity row) => JsonSerializer.Serialize(
        row.Where(value => value.Key is not ("odata.etag" or nameof(TableEntity.Timestamp)) && value.Value is not null).ToDictionary(value => value.Key, value => Written(value.Value)));

    private static string[] Written(object value) => value switch
    {
        string text => ["s", text],
        int number => ["i", number.ToString(CultureInfo.InvariantCulture)],
        long number => ["l", number.ToString(CultureInfo.InvariantCulture)],
        double number => ["d", number.ToString("R", CultureInfo.InvariantCulture)],
        bool yes => ["b", yes ? "1" : "0"],
        DateTimeOffset instant => ["t", instant.ToString("O", CultureInfo.InvariantCulture)],
        Guid id => ["g", id.ToString()],
        byte[] bytes => ["x", Convert.ToBase64String(bytes)],
        BinaryData bytes => ["x", Convert.ToBase64String(bytes)],
        _ => throw new InvalidDataException($"A value of type {value.GetType().Name} cannot be copied."),
    };

    private static TableEntity Row(string line, int number)
    {
        try
        {
            var row = new TableEntity();
            foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, string[]>>(line)!)
                row[name] = Read(value);
            return row is { PartitionKey: not null, RowKey: not null } ? row : throw new FormatException();
        }
        catch (Exception trouble) when (trouble is JsonException or FormatException or IndexOutOfRangeException or NullReferenceException)
        {
            throw new InvalidDataException($"Line {number} of the copy is not a row.");
        }
    }

    private static object Read(string[] value) => value[0] switch
    {
        "s" => value[1],
        "i" => int.Parse(value[1], CultureInfo.InvariantCulture),
        "l" => long.Parse(value[1], CultureInfo.InvariantCulture),
        "d" => double.Parse(value[1], CultureInfo.InvariantCulture),
        "b" => value[1] == "1",
        "t" => DateTimeOffset.ParseExact(value[1], "O", CultureInfo.InvariantCulture),
        "g" => Guid.Parse(value[1]),
        "x" => Convert.FromBase64String(value[1]),
        _ => throw new FormatException(),
    };
}
