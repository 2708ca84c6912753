import GRDB

extension Migrations {
    /// Phone numbers get an alphabet of their own in the n-gram index of customers, so that masked ones cannot be
    /// searched for (ACC-8).
    static func tellPhonesApart(_ db: Database) throws { try CustomerStore.indexAnew(db) }
}
