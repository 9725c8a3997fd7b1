namespace Declarative.Generators.Model;

/// <summary>A set of strings, equal to another with the same members.</summary>
internal readonly record struct StringSet
{
    private readonly EquatableArray<string> sorted;

    public StringSet(IEnumerable<string> items) =>
        sorted = items.Distinct(StringComparer.Ordinal).OrderBy(static s => s, StringComparer.Ordinal).ToEquatableArray();

    public IEnumerable<string> Items => sorted;

    public bool Contains(string item)
    {
        int low = 0, high = sorted.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(sorted[middle], item);
            if (order == 0)
                return true;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }
        return false;
    }

    public static StringSet Union(IEnumerable<StringSet> sets) => new(sets.SelectMany(static s => s.Items));
}
