import Hummingbird

/// Customers, their projects and what stands there; every group says who may enter it (ACC-1).
extension App {
    func addCustomers(to members: RouterGroup<MemberContext>) {
        let customers = customersController, projects = projectsController
        let milestones = milestonesController, people = peopleController, equipment = equipmentController

        let reading = members.entering(.seeCustomers)
        reading.get("/customers", use: customers.index)
        reading.owingEntry(pages).get("/customers.csv", use: customers.export)
        reading.get("/customers/:id", use: customers.show)
        reading.get("/projects/:id", use: projects.show)

        let registering = members.entering(.registerCustomers)
        registering.owingEntry(pages).get("/customers/new", use: customers.new)
        registering.post("/customers", use: customers.create)
        registering.owingEntry(pages).get("/customers/:id/edit", use: customers.edit)
        registering.post("/customers/:id", use: customers.correct)
        registering.get("/customers/:id/projects/new", use: projects.new)
        registering.get("/customers/:id/projects", use: customers.backToCard)
        registering.post("/customers/:id/projects", use: projects.create)
        registering.get("/projects/:id/edit", use: projects.edit)
        registering.post("/projects/:id", use: projects.correct)
        registering.get("/projects/:id/milestones", use: milestones.edit)
        registering.post("/projects/:id/milestones", use: milestones.save)
        registering.get("/projects/:id/people", use: people.index)
        registering.post("/projects/:id/people", use: people.add)
        registering.get("/projects/:id/people/:assignment", use: people.edit)
        registering.post("/projects/:id/people/:assignment", use: people.correct)

        let installing = members.entering(.changeEquipment)
        installing.get("/projects/:id/equipment", use: equipment.new)
        installing.post("/projects/:id/equipment", use: equipment.create)
        installing.get("/projects/:id/equipment/:equipment", use: equipment.edit)
        installing.post("/projects/:id/equipment/:equipment", use: equipment.correct)

        let phones = members.entering(.showPhones)
        phones.get("/customers/:id/phones", use: customers.backToCard)
        phones.post("/customers/:id/phones", use: customers.showPhones)
    }
}
